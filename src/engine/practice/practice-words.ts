/** What a guided session says by itself, beside its script. */
export const practiceWords = {
  paused: 'Paused.',
  away: 'You were away, so this is paused. Press space to go on.',
  // Whether anything is kept is said behind it, when it is known.
  stopped: 'Stopped. That is fine.',
  goingOn: 'Going on.',
  goingOnWith: (label: string) => `Going on: ${label}.`,
  easier: (way: string) => `Easier: ${way}`,
} as const;
