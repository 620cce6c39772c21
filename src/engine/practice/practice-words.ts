/** What a guided session says by itself, beside its script. */
export const practiceWords = {
  paused: 'Paused.',
  away: 'You were away, so this is paused. Press space to go on.',
  stopped: 'Stopped. What you did is kept.',
  goingOn: 'Going on.',
  goingOnWith: (label: string) => `Going on: ${label}.`,
  easier: (way: string) => `Easier: ${way}`,
} as const;
