/** Kind of the event that lists all activities of the person's own; the newest one holds. */
export const activitiesKind = 'activities';
