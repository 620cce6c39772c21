/** The exit codes of every command. Advice to see a clinician is an answer, not a failure. */
export const exitCodes = {
  answered: 0,
  ourFault: 1,
  badInput: 2,
  record: 3,
  /** `remind next --exit-code`: nothing is due. */
  nothingDue: 4,
  routine: 10,
  urgent: 20,
  emergency: 30,
  interrupted: 130,
  terminated: 143,
} as const;

/** An error that a user can act on: what happened, why, and what to do next. Never shown with a stack. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly exitCode: number;
  /** What to do next, one line. */
  readonly next: string | undefined;
  /** Why, one line. */
  readonly reason: string | undefined;

  constructor(
    message: string,
    options: { exitCode?: number; reason?: string; next?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.exitCode = options.exitCode ?? exitCodes.badInput;
    this.reason = options.reason;
    this.next = options.next;
  }
}

/** Wrong usage or bad input: exit 2, nothing was changed. */
export class InputError extends UserError {
  override readonly name: string = 'InputError';
}

/** The record or the preferences cannot be read or written: exit 3. */
export class RecordError extends UserError {
  override readonly name: string = 'RecordError';
  constructor(message: string, options: { reason?: string; next?: string; cause?: unknown } = {}) {
    super(message, { ...options, exitCode: exitCodes.record });
  }
}

/** Ctrl-C or a closed terminal: exit 130. */
export class Interrupted extends UserError {
  override readonly name: string = 'Interrupted';
  constructor(message = 'Stopped.') {
    super(message, { exitCode: exitCodes.interrupted });
  }
}
