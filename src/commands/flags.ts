/** Flags that every command understands, as commander gives them. */
export interface GlobalFlags {
  readonly json?: boolean;
  readonly format?: 'text' | 'markdown' | 'html';
  /** False after `--no-input`. */
  readonly input?: boolean;
  /** False after `--no-color`. */
  readonly color?: boolean;
  readonly accessible?: boolean;
  readonly quiet?: boolean;
  readonly country?: string;
}
