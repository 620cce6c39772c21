import type { HookShell } from '../reminder-delivery.ts';

/** Paths that a hook reads and writes. */
export interface HookPaths {
  /** Lines that wait. */
  readonly lines: string;
  /** Folder of claims. */
  readonly claims: string;
  /** Touched when a shell begins to read them; the name of the shell is added. */
  readonly mark: string;
}

/**
 * The snippet for the start-up file of a shell. Before each prompt it reads a small file with what the shell itself can
 * do, and starts no process. A line whose time has come is shown once, by the first shell that makes its claim.
 */
export function hookText(shell: HookShell, paths: HookPaths): string {
  return texts[shell](paths);
}

const intro = `# backcare: shows a reminder before the prompt when one is due.
# It reads a small file and starts no program. To be without it, take these lines out.`;

const texts: { readonly [shell in HookShell]: (paths: HookPaths) => string } = {
  // Of a variable that is not set, or is none, its second item may be asked for even under "set -u"; its length may not.
  // Bash before 4.2 cannot tell the time without a program; then it shows nothing.
  bash: ({ lines, claims, mark }) => `${intro}
__backcare_remind() {
  local code=$? file=${posix(lines)} claims=${posix(claims)} now from until name of words guard=
  [[ -s $file ]] || return $code
  printf -v now '%(%s)T' -1 2>/dev/null || return $code
  [[ -o noclobber ]] && guard=1
  set -o noclobber
  while IFS=$'\\t' read -r from until name of words; do
    [ "$from" -le "$now" ] 2>/dev/null || break
    [ "$now" -lt "$until" ] 2>/dev/null || continue
    [[ $name != */* && -n $name && ! -e $claims/$name ]] || continue
    { builtin printf 'bash %s\\n' "$of" > "$claims/$name"; } 2>/dev/null && builtin printf '%s\\n' "$words" >&2
  done < "$file"
  [[ $guard ]] || set +o noclobber
  return $code
}
if [[ $- == *i* && "\${PROMPT_COMMAND[*]-}" != *__backcare_remind* ]]; then
  if [[ \${PROMPT_COMMAND[1]+set} ]]; then PROMPT_COMMAND+=(__backcare_remind)
  else PROMPT_COMMAND=\${PROMPT_COMMAND:+$PROMPT_COMMAND$'\\n'}__backcare_remind; fi
  { builtin printf '' >| ${posix(`${mark}bash`)}; } 2>/dev/null || true
fi
`,
  zsh: ({ lines, claims, mark }) => `${intro}
__backcare_remind() {
  emulate -L zsh
  local file=${posix(lines)} claims=${posix(claims)} from until name of words
  [[ -s $file ]] || return 0
  zmodload -F zsh/datetime p:EPOCHSECONDS 2>/dev/null || return 0
  setopt no_clobber
  while IFS=$'\\t' read -r from until name of words; do
    [[ $from == <-> && $until == <-> ]] || break
    (( from <= EPOCHSECONDS )) || break
    (( EPOCHSECONDS < until )) || continue
    [[ $name != */* && -n $name && ! -e $claims/$name ]] || continue
    { builtin print -r -- zsh $of > $claims/$name } 2>/dev/null && builtin print -r -u2 -- $words
  done < $file
  return 0
}
typeset -ga precmd_functions
if [[ -o interactive ]] && (( ! \${precmd_functions[(Ie)__backcare_remind]} )); then
  precmd_functions+=(__backcare_remind)
  { builtin print -n >| ${posix(`${mark}zsh`)} } 2>/dev/null || true
fi
`,
  // Fish has no clock of its own: a file's time and its age make one. Fish before 3.6 has not even that.
  fish: ({ lines, claims, mark }) => `${intro}
function __backcare_remind --on-event fish_prompt
    set -l file ${fish(lines)}
    set -l claims ${fish(claims)}
    test -s $file; or return 0
    set -l written (path mtime $file 2>/dev/null)
    set -l age (path mtime --relative $file 2>/dev/null)
    test -n "$written" -a -n "$age"; or return 0
    set -l now (math $written + $age)
    while read --delimiter \\t --local from until name of words
        test "$from" -le $now 2>/dev/null; or break
        test $now -lt "$until" 2>/dev/null; or continue
        string match --quiet '*/*' -- "$name"; and continue
        test -n "$name" -a ! -e "$claims/$name"; or continue
        begin
            echo fish $of >?"$claims/$name"
        end 2>/dev/null
        and printf '%s\\n' "$words" >&2
    end <$file
end
if status is-interactive
    test -d ${fish(claims)}; and printf '' >${fish(`${mark}fish`)}; or true
end
`,
};

function posix(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function fish(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
