import { asXml } from './launchd-job.ts';
import { ownMark } from './systemd-units.ts';
import type { TickJob } from './tick-job.ts';

/**
 * A task for `schtasks /Create /XML` that runs the job each minute while the person is logged on. Built by the manual and
 * tested as text: no Windows has run it here.
 *
 * @param since a day in the past, `2026-11-23`: the repetition counts from its first minute
 */
export function windowsTask({ command, env }: TickJob, since: string): string {
  // A task has no environment of its own; conhost keeps a window from flashing up each minute.
  const settings = Object.entries(env).map(([name, value]) => `set "${name}=${value}" && `);
  const words = command.map((word) => `"${word}"`).join(' ');
  const line =
    settings.length === 0
      ? `--headless ${words}`
      : `--headless cmd.exe /d /s /c "${settings.join('')}${words}"`;
  return `<?xml version="1.0" encoding="UTF-16"?>
<!-- ${ownMark}. To take it out again: backcare remind uninstall -->
<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>${ownMark}: looks each minute whether a reminder is due</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>${since}T00:00:00</StartBoundary>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
      <Repetition>
        <Interval>PT1M</Interval>
        <Duration>P1D</Duration>
      </Repetition>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>false</StartWhenAvailable>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT1M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>conhost.exe</Command>
      <Arguments>${asXml(line)}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
}
