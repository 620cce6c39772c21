/**
 * Reminders and the machine: who starts `backcare remind tick`, and how a reminder reaches the person. A port of its
 * own (types only), since no other command needs it; `main.ts` wires it.
 */
import type { Context } from './context.ts';

/** The world of `remind`. */
export interface RemindContext extends Context {
  /** Imported on first use. Every part of it is imported when it is first called. */
  reminders(): Promise<ReminderDelivery>;
}

/** What can start a program each minute. The last two are built and tested as text only. */
export type SchedulerName = 'systemd' | 'cron' | 'launchd' | 'task-scheduler';

/** Why something cannot be done here, and the way that does work: a sentence each. */
export interface Hindrance {
  readonly reason: string;
  readonly next: string;
}

/** Text that is written, or removed, and where: a path, or "your crontab". */
export interface PlacedText {
  readonly where: string;
  readonly text: string;
}

/** What an installation would do, worked out before anything is touched. */
export type InstallPlan =
  | {
      readonly kind: 'ready';
      readonly scheduler: SchedulerName;
      readonly writes: readonly PlacedText[];
      /** Commands that are run then, as one would type them. */
      readonly runs: readonly string[];
      /** What the person should know before a yes, a sentence each. */
      readonly warnings: readonly string[];
      /** Throws `RecordError` or `InputError`; then everything is as it was, or the error says what is not. */
      carryOut(): Promise<Installed>;
    }
  /** It is all there already, byte for byte. */
  | {
      readonly kind: 'installed';
      readonly scheduler: SchedulerName;
      readonly where: readonly string[];
      /** Keeps what is known of it, where that was lost or is out of date. */
      carryOut(): Promise<void>;
    }
  | ({ readonly kind: 'refused' } & Hindrance);

export interface Installed {
  readonly scheduler: SchedulerName;
  /** Copy of the crontab as it was; left out when there was none, or another scheduler is used. */
  readonly copy?: string;
}

export type UninstallPlan =
  | {
      readonly kind: 'ready';
      readonly removes: readonly PlacedText[];
      readonly runs: readonly string[];
      carryOut(): Promise<Uninstalled>;
    }
  | { readonly kind: 'nothing' }
  /** It was installed, and somebody else has taken it out. */
  | {
      readonly kind: 'gone';
      readonly scheduler: SchedulerName;
      /** That it is so, a sentence. */
      readonly reason: string;
      /** Forgets that it was there, so that nobody is warned of it any more. */
      carryOut(): Promise<void>;
    }
  | ({ readonly kind: 'refused' } & Hindrance);

export interface Uninstalled {
  readonly copy?: string;
  /** What could not be put back to the last byte, a sentence each; empty as a rule. */
  readonly remarks: readonly string[];
}

/** One scheduler that may be used on this machine. */
export interface SchedulerState {
  readonly scheduler: SchedulerName;
  /** Why it cannot be used here; left out when it can. */
  readonly hindrance?: Hindrance;
  /** `other`: what is there is not what this version would write: changed by hand, or another place of the program. */
  readonly installed: 'no' | 'as-written' | 'other' | 'broken';
  /** It was installed, and nothing of it is seen now: taken out by hand, or not certain, since it cannot be looked into. */
  readonly lost?: Hindrance & { readonly isCertain: boolean };
  /** Where our part stands: a path, or "your crontab". */
  readonly where: readonly string[];
}

/** What one look at the machine says, for `status` and `doctor`. */
export interface MachineCheck {
  readonly about:
    | 'scheduler'
    | 'daemon'
    | 'node'
    | 'program'
    | 'search path'
    | 'desktop'
    | 'terminal'
    | 'prompt'
    | 'sound'
    | 'zone'
    | 'last tick'
    | 'last receipt';
  /** `absent`: not there, and another way does its work. */
  readonly state: 'well' | 'absent' | 'broken';
  /** A sentence. */
  readonly says: string;
  /** What to do, for what is broken. */
  readonly next?: string;
}

export type DeliveryChannel = 'desktop' | 'terminal' | 'prompt';

/** A reminder to be shown now. Texts are one line each and worded by the caller: what a lock screen shows is discreet. */
export interface Notice {
  /**
   * Of this showing: the id of its first occurrence, and something more where it is shown again after a snooze
   * ("desk-break/2026-11-23T09:45", "…T09:45~2"). Letters, digits and `/:.~_-`, at most 120 of them.
   */
  readonly id: string;
  /** On the desktop, which may be a lock screen. */
  readonly title: string;
  readonly text: string;
  /** In a terminal or before a prompt, in full. */
  readonly line: string;
}

/** How a notice was shown. */
export interface Receipt {
  readonly channel: DeliveryChannel;
  /** The program or the terminal: "notify-send", "gdbus", "osascript", "/dev/pts/3", "bash". */
  readonly means: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A way that was tried, or looked for, in vain. */
export interface Attempt {
  readonly channel: DeliveryChannel;
  readonly reason: string;
}

export type NoticeOutcome =
  | { readonly kind: 'shown'; readonly receipt: Receipt; readonly attempts: readonly Attempt[] }
  /** Somebody else has shown it: another tick, a shell. Its receipt comes, or has come, through `takeShown`. */
  | { readonly kind: 'claimed' }
  /** No way led to the person. It may wait before the next prompt; a later tick may try again. */
  | { readonly kind: 'unreached'; readonly attempts: readonly Attempt[] };

/** A line that waits for the next prompt of a shell. */
export interface PromptLine {
  /** As in `Notice`. */
  readonly id: string;
  /** Every occurrence that it speaks of, to be given back when it was shown. No spaces, no commas. */
  readonly occurrences: readonly string[];
  /** Shown from here, and not any more from there on; milliseconds since 1970, exact to the second. */
  readonly from: number;
  readonly until: number;
  readonly line: string;
}

/** A line that a shell has shown before its prompt. */
export interface ShownAtPrompt {
  readonly id: string;
  readonly occurrences: readonly string[];
  readonly receipt: Receipt;
}

export type HookShell = 'bash' | 'zsh' | 'fish';

/** What a tick leaves behind. */
export interface Tick {
  readonly at: number;
  /** Minutes east of Greenwich, as that tick saw it. */
  readonly offsetMinutes: number;
  /** Nothing needs a look before this instant, as long as the record has this mark; left out: look again. */
  readonly rest?: { readonly until: number; readonly mark: string };
}

/** One series of floating local times for a calendar file. */
export interface CalendarSeries {
  /** Stable, of the schedule: part of the ids of its events. */
  readonly id: string;
  /** What a calendar shows; discreet unless the person wished otherwise. */
  readonly title: string;
  readonly description?: string;
  /** Local times, `2026-11-23T09:45`, in any order; each one becomes one moment of the calendar. */
  readonly times: readonly string[];
  /** Length of one occurrence in minutes; at least 1. */
  readonly minutes: number;
  /** Minutes before the moment at which the calendar alerts; 0 alerts at the moment. */
  readonly lead: number;
}

/**
 * Reminders on this machine. What cannot be done comes back as a value with its reason; files of ours that cannot be read
 * or written throw `RecordError`.
 */
export interface ReminderDelivery {
  /** The schedulers of this platform, the one to be preferred first. Changes nothing. */
  schedulers(): Promise<readonly SchedulerState[]>;
  /** @param wish the scheduler the person named; without it the best one that works here */
  planInstall(wish?: SchedulerName): Promise<InstallPlan>;
  /** Everything of ours that any scheduler has. */
  planUninstall(): Promise<UninstallPlan>;
  /** Everything there is to know, for `status` and `doctor`. Starts programs; a second at most. */
  examine(): Promise<readonly MachineCheck[]>;
  /**
   * What is wrong with the installed path, a sentence each, for any other command: reads two small files and starts
   * nothing. Empty when all is well or nothing is installed.
   */
  brokenPath(): Promise<readonly Hindrance[]>;

  /** To be called by each tick: it is alive, and sees this zone. */
  keepTick(tick: Tick): Promise<void>;
  /** Of the last tick; undefined when there was none. */
  lastTick(): Promise<Tick | undefined>;
  /**
   * Shows it once, whoever else tries at the same time: the first to claim the id does. Tries the channels in this order.
   * `prompt` only says why nothing better works; the line itself goes through `keepPromptLines`.
   */
  notify(notice: Notice, channels: readonly DeliveryChannel[]): Promise<NoticeOutcome>;
  /** The newest receipt of `notify` or of a shell; undefined when there is none. */
  lastReceipt(): Promise<Receipt | undefined>;
  /** Replaces the lines that wait for a prompt; ones already shown are left out. Writes only what has changed. */
  keepPromptLines(lines: readonly PromptLine[]): Promise<void>;
  /** What shells have shown and no record has yet. Call `forgetShown` with it when it is in the record. */
  takeShown(): Promise<readonly ShownAtPrompt[]>;
  forgetShown(shown: readonly ShownAtPrompt[]): Promise<void>;
  /** True for the first who asks for this id, whoever else asks at the same time; the form is that of `Notice.id`. */
  claim(id: string): Promise<boolean>;
  /** Takes away every claim that is older; a claim must live longer than its occurrence can be due. */
  forgetClaims(before: number): Promise<void>;
  /** The snippet for the start-up file of a shell, to be shown or evaluated. Starts no process at a prompt. */
  hook(shell: HookShell): Promise<string>;

  /**
   * Asks the next tick for a test notice; gives the id under which its receipt comes, and starts the tick at once where
   * the scheduler can (systemd, launchd, Task Scheduler; `soon` is then true). Cron comes by itself within a minute.
   */
  requestTest(): Promise<{ readonly id: string; readonly soon: boolean }>;
  /** For the tick: the test that was asked for and has not been answered; undefined as a rule. */
  requestedTest(): Promise<string | undefined>;
  /** For the tick: what came of it. */
  answerTest(id: string, outcome: NoticeOutcome): Promise<void>;
  /** For the doctor: what came of it; undefined while nothing has. */
  testAnswer(id: string): Promise<NoticeOutcome | undefined>;

  /** A calendar file (RFC 5545), floating local time. */
  calendar(name: string, series: readonly CalendarSeries[]): Promise<string>;
}
