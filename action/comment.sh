#!/usr/bin/env bash
# Compares the config of a pull request with the one that it would replace, and says so in one comment, which later runs
# replace. The repository is checked out; the commit that the pull request starts from is fetched where it is missing.
set -euo pipefail

mark='<!-- keyscope -->'
before=$(mktemp -d)
comment=$(mktemp)
trap 'git worktree remove --force "$before/tree" 2>/dev/null || true; rm -rf "$before" "$comment" "$comment.part"' EXIT

git cat-file -e "$BASE^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$BASE"
# A tree of its own, so that files which the config includes are those of that commit, too.
git worktree add --quiet --detach "$before/tree" "$BASE"

options=()
[ -z "${EDITION:-}" ] || options+=(--edition "$EDITION")
[ -z "${TIME_ZONE:-}" ] || options+=(--time-zone "$TIME_ZONE")
change=()
[ -z "${TO:-}" ] || change+=(--to "$TO")
[ -z "${INPUTS:-}" ] || change+=(--inputs "$INPUTS")
[ -z "${FAIL_ON:-}" ] || change+=(--fail-on "$FAIL_ON")

# Says what a command finds, and keeps its exit code; what it refuses is said in the comment, too.
say() {
  local code=0
  keyscope "$@" --markdown >"$comment.part" 2>"$comment.refused" || code=$?
  if [ "$code" -eq 2 ]; then
    printf '### keyscope %s\n\n' "$1" >>"$comment"
    # Indented, it is told letter by letter.
    sed 's/^/    /' "$comment.refused" >>"$comment"
  else
    cat "$comment.part" >>"$comment"
  fi
  rm -f "$comment.refused"
  return "$code"
}

echo "$mark" >"$comment"
code=0
if [ -e "$before/tree/$CONFIG" ] && [ -e "$CONFIG" ]; then
  say diff "$before/tree/$CONFIG" "$CONFIG" ${options[@]+"${options[@]}"} ${change[@]+"${change[@]}"} || code=$?
elif [ -e "$CONFIG" ]; then
  say audit "$CONFIG" ${options[@]+"${options[@]}"} || code=$?
else
  echo "There is no \`$CONFIG\` any more." >>"$comment"
fi

# The names of temporary folders tell nobody anything.
sed -i.bak "s#$before/tree/#before: #g" "$comment" && rm -f "$comment.bak"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$comment" >>"$GITHUB_STEP_SUMMARY"

# What comes from a fork may not comment: then the summary of the run has it.
post() {
  local comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" old
  old=$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$mark\")) | .id" | head -n 1) || return
  if [ -n "$old" ]; then
    gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$old" --field "body=@$comment" >/dev/null
  else
    gh api --method POST "$comments" --field "body=@$comment" >/dev/null
  fi
}
[ -z "${NUMBER:-}" ] || post || echo "::warning::keyscope may not comment here; see the summary of the run"
exit "$code"
