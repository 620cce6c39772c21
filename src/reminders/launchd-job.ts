import { ownMark } from './systemd-units.ts';
import type { TickJob } from './tick-job.ts';

/** A launch agent that runs the job each minute. Built by the manual and tested as text: no Mac has run it here. */
export function launchdJob({ command, env }: TickJob, name: string): string {
  const pairs = Object.entries(env).flatMap(([key, value]) => [tag('key', key), tag('string', value)]);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    `<!-- ${ownMark}. To take it out again: backcare remind uninstall -->`,
    '<plist version="1.0">',
    '<dict>',
    `  ${tag('key', 'Label')}`,
    `  ${tag('string', name)}`,
    `  ${tag('key', 'ProgramArguments')}`,
    '  <array>',
    ...command.map((word) => `    ${tag('string', word)}`),
    '  </array>',
    `  ${tag('key', 'EnvironmentVariables')}`,
    '  <dict>',
    ...pairs.map((line) => `    ${line}`),
    '  </dict>',
    // Without a field it is each minute; after sleep it comes once.
    `  ${tag('key', 'StartCalendarInterval')}`,
    '  <dict/>',
    `  ${tag('key', 'ProcessType')}`,
    `  ${tag('string', 'Background')}`,
    `  ${tag('key', 'StandardOutPath')}`,
    `  ${tag('string', '/dev/null')}`,
    `  ${tag('key', 'StandardErrorPath')}`,
    `  ${tag('string', '/dev/null')}`,
    '</dict>',
    '</plist>',
  ];
  return `${lines.join('\n')}\n`;
}

function tag(name: string, text: string): string {
  return `<${name}>${asXml(text)}</${name}>`;
}

export function asXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
