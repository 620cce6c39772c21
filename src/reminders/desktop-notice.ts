import { plainEnvironment, type ReminderMachine } from './reminder-machine.ts';
import { complaintOf } from './run-program.ts';
import { runtimeFolder, sessionBus } from './session-bus.ts';

/** The program that took the notice, or why none did. */
export type DesktopOutcome =
  | { readonly kind: 'shown'; readonly means: string }
  | { readonly kind: 'not-shown'; readonly reason: string };

export interface DesktopWords {
  readonly title: string;
  readonly text: string;
}

/** One program that shows notices. Texts are arguments or variables of their own: no shell reads them. */
interface Notifier {
  readonly program: string;
  words(notice: DesktopWords): readonly string[];
  env?(notice: DesktopWords): { readonly [name: string]: string };
}

const ofUnix: readonly Notifier[] = [
  {
    program: 'notify-send',
    // It reads escapes and markup in the text, not in the title.
    words: ({ title, text }) => ['--app-name=backcare', '--', title, asMarkup(text).replaceAll('\\', '\\\\')],
  },
  {
    program: 'gdbus',
    words: ({ title, text }) => [
      'call',
      '--session',
      '--timeout=3',
      '--dest=org.freedesktop.Notifications',
      '--object-path=/org/freedesktop/Notifications',
      '--method=org.freedesktop.Notifications.Notify',
      '--',
      ...[asVariant('backcare'), '0', asVariant(''), asVariant(title), asVariant(asMarkup(text))],
      ...['@as []', '@a{sv} {}', '-1'],
    ],
  },
];

const ofMac: Notifier = {
  program: 'osascript',
  words: ({ title, text }) => [
    ...['-e', 'on run argv'],
    ...['-e', 'display notification (item 2 of argv) with title (item 1 of argv)'],
    ...['-e', 'end run', title, text],
  ],
};

const toast = [
  '[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]',
  '$template = [Windows.UI.Notifications.ToastTemplateType]::ToastText02',
  '$toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($template)',
  "$words = $toast.GetElementsByTagName('text')",
  '[void]$words.Item(0).AppendChild($toast.CreateTextNode($env:BACKCARE_TITLE))',
  '[void]$words.Item(1).AppendChild($toast.CreateTextNode($env:BACKCARE_TEXT))',
  // Windows shows notices only of programs it knows.
  "$program = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'",
  '$notice = [Windows.UI.Notifications.ToastNotification]::new($toast)',
  '[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($program).Show($notice)',
].join('; ');

const ofWindows: Notifier = {
  program: 'powershell',
  words: () => ['-NoProfile', '-NonInteractive', '-Command', `$ErrorActionPreference = 'Stop'; ${toast}`],
  env: ({ title, text }) => ({ BACKCARE_TITLE: title, BACKCARE_TEXT: text }),
};

/** Something is wrong with the desktop if it takes longer. */
const mostMilliseconds = 5000;

/** Shows a notice on the desktop of this person, wherever this runs from: a terminal, cron, a timer. */
export async function showOnDesktop(notice: DesktopWords, machine: ReminderMachine): Promise<DesktopOutcome> {
  const { platform } = machine;
  const bus = platform === 'darwin' || platform === 'win32' ? undefined : sessionBus(machine);
  const reason = desktopHindrance(machine);
  if (reason !== undefined) return { kind: 'not-shown', reason };
  const reasons: string[] = [];
  for (const { program, words, env } of notifiersOf(platform)) {
    const path = machine.find(program);
    if (path === undefined) continue;
    const end = await machine.run(path, words(notice), {
      env: plainEnvironment(machine, {
        DBUS_SESSION_BUS_ADDRESS: bus,
        XDG_RUNTIME_DIR: runtimeFolder(machine),
        ...env?.(notice),
      }),
      milliseconds: mostMilliseconds,
    });
    if (end.code === 0) return { kind: 'shown', means: program };
    reasons.push(`${program} says: "${complaintOf(end)}"`);
  }
  return { kind: 'not-shown', reason: `${reasons.join('; ')}.` };
}

/** Why no notice can be shown on this desktop, as far as can be seen without trying; a sentence. */
export function desktopHindrance(machine: ReminderMachine): string | undefined {
  const { platform } = machine;
  if (platform !== 'darwin' && platform !== 'win32' && sessionBus(machine) === undefined) {
    return isWindowsSubsystem(machine)
      ? 'Linux under Windows (WSL) has no notices on the desktop.'
      : 'No desktop session is open: there is no session bus.';
  }
  const names = notifiersOf(platform).map(({ program }) => program);
  if (names.some((name) => machine.find(name) !== undefined)) return undefined;
  return `There is no ${names.join(' and no ')} on this machine.`;
}

/** Linux under Windows. */
export function isWindowsSubsystem({ platform, env }: Pick<ReminderMachine, 'platform' | 'env'>): boolean {
  return platform === 'linux' && env('WSL_DISTRO_NAME') !== undefined;
}

function notifiersOf(platform: NodeJS.Platform): readonly Notifier[] {
  if (platform === 'darwin') return [ofMac];
  return platform === 'win32' ? [ofWindows] : ofUnix;
}

function asMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A string as gdbus reads one. */
function asVariant(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
