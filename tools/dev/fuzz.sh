# ./dev fuzz: looks for a text that breaks what tests/fuzz/check_source.cpp demands of every text.
#
#   ./dev fuzz                  10 minutes on all processors
#   ./dev fuzz --minutes 30     longer; --jobs N: on N processors
#   ./dev fuzz --keep           no search: makes tests/fuzz/corpus anew from what it has and what searches reached
#
# What a search reaches is kept in build/fuzz/reached, so the next one goes on from there.

fuzz() {
  local minutes=10 keep=
  while (($#)); do
    case "$1" in
      --minutes) minutes=${2:-} && shift 2 || fail "--minutes needs a number." ;;
      --jobs) jobs=${2:-} && shift 2 || fail "--jobs needs a number." ;;
      --keep) keep=yes && shift ;;
      *) fail "./dev fuzz has no option '$1'. Options: --minutes N, --jobs N, --keep." ;;
    esac
  done
  [[ $minutes =~ ^[1-9][0-9]*$ && $jobs =~ ^[1-9][0-9]*$ ]] || fail "--minutes and --jobs take whole numbers from 1 on."
  need_cmake
  need_clang
  need_headers
  build_preset fuzz
  mkdir -p build/fuzz/{reached,seeds,found}
  build/fuzz/chainwise_fuzz_seeds build/fuzz/seeds build/fuzz/words.dict
  if [[ $keep ]]; then keep_reached; else search "$minutes"; fi
}

# libFuzzer comes with Clang's run-time libraries, a package of their own with the version in its name.
need_clang() {
  # shellcheck disable=SC2046
  need_packages $(missing_commands clang++:clang)
  local library
  library=$(clang++ -print-file-name="libclang_rt.fuzzer-$(uname -m).a")
  [[ -e $library ]] || library=$(clang++ -print-runtime-dir)/libclang_rt.fuzzer-$(uname -m).a
  [[ -e $library ]] || need_packages "libclang-rt-$(clang++ -dumpversion | cut -d. -f1)-dev"
}

# search MINUTES
search() {
  local log=build/fuzz/search.log status=0 started
  started=$(mktemp build/fuzz/started.XXXXXX)
  say "Looking for $1 minutes on $jobs processors; the log is $log"
  build/fuzz/chainwise_fuzz -fork="$jobs" -ignore_timeouts=0 -ignore_ooms=0 -max_total_time=$(($1 * 60)) \
    -rss_limit_mb=2048 -timeout=10 -max_len=400 -dict=build/fuzz/words.dict -artifact_prefix=build/fuzz/found/ \
    build/fuzz/reached tests/fuzz/corpus build/fuzz/seeds >"$log" 2>&1 || status=$?
  local found
  found=$(find build/fuzz/found -type f -newer "$started")
  rm -f "$started"
  if ((status == 0)) && [[ ! $found ]]; then
    say "Nothing found in $1 minutes ($(grep -oE '^#[0-9]+' "$log" | tail -n 1 | tr -d '#') texts)."
    return
  fi
  grep -v -E '^#[0-9]|^INFO' "$log" | head -n 40 | cut -c 1-1000 >&2
  fail "Found: ${found:-nothing, but libFuzzer ended with status $status}. To see it again: build/fuzz/chainwise_fuzz FILE"
}

# A few texts that reach every branch that was reached.
keep_reached() {
  local kept=build/fuzz/kept
  rm -rf "$kept"
  mkdir "$kept"
  build/fuzz/chainwise_fuzz -set_cover_merge=1 -use_counters=0 -max_len=400 "$kept" tests/fuzz/corpus \
    build/fuzz/reached build/fuzz/seeds >build/fuzz/merge.log 2>&1 ||
    fail "libFuzzer could not merge; the log is build/fuzz/merge.log."
  rm -rf tests/fuzz/corpus
  mv "$kept" tests/fuzz/corpus
  say "$(find tests/fuzz/corpus -type f | wc -l) texts in tests/fuzz/corpus"
}
