import type { ReminderKindId, ReminderText } from '../reminder-schema.ts';

/** What a prompt says: an action or a kind question, never a reproach. Five or more of each, so that none grows stale. */
export const reminderTexts: { readonly [kind in ReminderKindId]: readonly ReminderText[] } = {
  break: [
    { id: 'break-legs', text: 'Time to give the legs a stretch?' },
    { id: 'break-breaths', text: 'Up, two breaths, then sit down another way.', gentle: true },
    { id: 'break-stand', text: 'Change position: stand for {min} minutes.', gentle: true },
    { id: 'break-window', text: 'Walk to a window and look far away.', gentle: true },
    { id: 'break-glass', text: 'Go and fill your glass.', gentle: true },
    { id: 'break-shoulders', text: 'Shoulders down, {min} minutes on your feet.', gentle: true },
    { id: 'break-bend', text: 'Stand up and lean back slowly, a few times.' },
    { id: 'break-switch', text: 'Sit differently, or stand a while.', gentle: true },
  ],
  upright: [
    { id: 'upright-walk', text: 'Up, and walk for {min} minutes if you can.', gentle: true },
    { id: 'upright-slow', text: 'Slowly up and round the room.', gentle: true },
    { id: 'upright-few', text: 'A few steps are enough.', gentle: true },
    { id: 'upright-roll', text: 'Roll to your side, sit up, then stand.', gentle: true },
    { id: 'upright-kitchen', text: 'To the kitchen and back, at your pace.', gentle: true },
  ],
  hamstring: [
    { id: 'hamstring-seconds', text: 'Backs of the thighs: 30 slow seconds each side.' },
    { id: 'hamstring-number', text: 'Hamstring stretch {n} of today, an easy pull.' },
    { id: 'hamstring-bounce', text: 'Both legs, breathe out, no bouncing.' },
    { id: 'hamstring-minute', text: 'Got a minute for the legs?' },
    { id: 'hamstring-first', text: 'Legs now, the day after that.' },
  ],
  routine: [
    { id: 'routine-move', text: 'Your {min}-minute routine: begin with one move?' },
    { id: 'routine-set', text: 'One set beats none.' },
    { id: 'routine-small', text: 'A small dose is fine today.' },
    { id: 'routine-ready', text: 'It is there when you are ready.' },
    { id: 'routine-easy', text: 'Begin easy, end easy.' },
  ],
  walk: [
    { id: 'walk-shoes', text: 'Shoes on: {min} minutes, slow enough to chat.' },
    { id: 'walk-block', text: 'Once round the block?' },
    { id: 'walk-think', text: 'Walk first, think on the way.' },
    { id: 'walk-door', text: 'Out of the door, {min} minutes, and back.' },
    { id: 'walk-short', text: 'A short walk counts.' },
  ],
  breathe: [
    { id: 'breathe-five', text: 'In for four, out for six. Five times.', gentle: true },
    { id: 'breathe-shoulders', text: 'Let the shoulders sink.', gentle: true },
    { id: 'breathe-minute', text: 'A minute with nothing to do.', gentle: true },
    { id: 'breathe-out', text: 'Breathe out, slowly and long.', gentle: true },
    { id: 'breathe-pacer', text: 'Breathe along with the pacer?', gentle: true },
  ],
  evening: [
    { id: 'evening-today', text: 'How was your back today? One minute.', gentle: true },
    { id: 'evening-note', text: 'Two numbers, a note, done.', gentle: true },
    { id: 'evening-new', text: 'Anything new or worrying? The list is one key away.', gentle: true },
    { id: 'evening-helped', text: 'What did you good today?', gentle: true },
    { id: 'evening-tomorrow', text: 'Ready to see what tomorrow brings?', gentle: true },
  ],
  weekly: [
    { id: 'weekly-look', text: 'Five minutes to look at your week?', gentle: true },
    { id: 'weekly-keep', text: 'Keep, shrink, swap or stop?', gentle: true },
    { id: 'weekly-well', text: 'What went well this week?', gentle: true },
    { id: 'weekly-one', text: 'One thing to change?', gentle: true },
    { id: 'weekly-plan', text: 'A quick plan for the week ahead?', gentle: true },
  ],
  stress: [
    { id: 'stress-two', text: 'Which two big things weigh most today?', gentle: true },
    { id: 'stress-step', text: 'One small step from your stress plan?', gentle: true },
    { id: 'stress-when', text: 'When and where will you do it?', gentle: true },
    { id: 'stress-drop', text: 'What can wait until tomorrow?', gentle: true },
    { id: 'stress-tell', text: 'Somebody you would like to talk to?', gentle: true },
  ],
  'wind-down': [
    { id: 'wind-down-lights', text: 'Lights low, screens away.', gentle: true },
    { id: 'wind-down-finish', text: 'Enough for today: finish here.', gentle: true },
    { id: 'wind-down-note', text: 'Write down what waits, and let it wait.', gentle: true },
    { id: 'wind-down-slow', text: 'Slower now: the day is nearly done.', gentle: true },
    { id: 'wind-down-calm', text: 'Something calm until bedtime?', gentle: true },
  ],
  recovery: [
    { id: 'recovery-list', text: "Today's short list is ready." },
    { id: 'recovery-first', text: 'Begin with the first line of your plan?' },
    { id: 'recovery-least', text: 'The smallest version counts too.' },
    { id: 'recovery-step', text: 'Ready for the next step?' },
    { id: 'recovery-again', text: 'What can you do again by now?' },
  ],
  clinician: [
    { id: 'clinician-day', text: 'This is the day you planned to have it looked at.', gentle: true },
    { id: 'clinician-book', text: 'Time to book your visit.', gentle: true },
    { id: 'clinician-questions', text: 'Your questions for the visit are ready to print.', gentle: true },
    { id: 'clinician-report', text: 'One page for your visit: backcare recovery report', gentle: true },
    { id: 'clinician-look', text: 'Let somebody look at your back this week.', gentle: true },
  ],
  heat: [
    { id: 'heat-warm', text: 'Something warm for up to 20 minutes?', gentle: true },
    { id: 'heat-cloth', text: 'Warmth, with a cloth between it and the skin.', gentle: true },
    { id: 'heat-awake', text: 'Warm the muscle, and stay awake with it.', gentle: true },
    { id: 'heat-move', text: 'Warm it first, then move it slowly.', gentle: true },
    { id: 'heat-skin', text: 'Pleasantly warm is right, never hot.', gentle: true },
  ],
  own: [
    { id: 'own-time', text: 'It is time for what you planned.', gentle: true },
    { id: 'own-asked', text: 'You asked for a nudge now.', gentle: true },
    { id: 'own-moment', text: 'A good moment for your plan?', gentle: true },
    { id: 'own-begin', text: 'Begin with the first minute?', gentle: true },
    { id: 'own-small', text: 'The small version is fine too.', gentle: true },
  ],
};

/** For a locked screen: nothing of a back, of pain or of a body. */
export const discreetTexts: readonly ReminderText[] = [
  { id: 'discreet-moment', text: 'A moment for you?', gentle: true },
  { id: 'discreet-set', text: 'The reminder that you set.', gentle: true },
  { id: 'discreet-pause', text: 'Time for a short pause.', gentle: true },
  { id: 'discreet-plan', text: 'Something from your plan is due.', gentle: true },
  { id: 'discreet-ready', text: 'Ready when you are.', gentle: true },
];

/** Once a week, after two weeks without an answer: a miss is normal. */
export const missedTexts: readonly ReminderText[] = [
  { id: 'missed-fresh', text: 'One a week for now. The 2-minute version today?', gentle: true },
  { id: 'missed-smaller', text: 'Quiet here, and that is fine. Shall we make it smaller?', gentle: true },
  { id: 'missed-other', text: 'One a week for now. Would another time suit you better?', gentle: true },
  { id: 'missed-change', text: 'Keep this, or change it? One a week until you say.', gentle: true },
  { id: 'missed-today', text: 'Today counts the same as any day. One a week for now.', gentle: true },
];
