# ./dev test: everything that guards main. Each part is a function part_NAME that reports what passed and failed.

# In the order of cost: what is cheap to find out comes first.
all_parts=(format types native sanitize wasm project package unit chromium firefox webkit)

passed=0
failed=0
reports=build/test

run_tests() {
  local parts=("$@") part status before_passed before_failed
  if ((${#parts[@]} == 0)); then parts=("${all_parts[@]}"); fi
  if [[ " ${parts[*]} " == *" web "* ]]; then parts=("${parts[@]/web/unit chromium firefox webkit}"); fi
  # shellcheck disable=SC2206 # "web" has become several words
  parts=(${parts[*]})
  for part in "${parts[@]}"; do
    [[ " ${all_parts[*]} " == *" $part "* ]] || fail "There is no part '$part'. Parts: ${all_parts[*]}, or web for the last four."
  done
  need_node_modules
  mkdir -p "$reports"
  for part in "${parts[@]}"; do
    say "== $part"
    before_passed=$passed before_failed=$failed
    # In a subshell a missing tool ends the part, not the whole run; the tally comes back through a file. (A subshell
    # before `||` would ignore set -e, hence the status in a variable.)
    rm -f "$reports/$part.tally"
    set +e
    (
      set -e
      passed=0 failed=0
      trap 'printf "%s %s\n" "$passed" "$failed" >"$reports/$part.tally"' EXIT
      "part_$part"
    )
    status=$?
    set -e
    add_tally "$part" "$status"
    say "$part: $((passed - before_passed)) passed, $((failed - before_failed)) failed"
  done
  say "$passed passed, $failed failed"
  ((failed == 0))
}

count_failure() {
  say "  failed: $1"
  failed=$((failed + 1))
}

# add_tally PART STATUS
add_tally() {
  local more_passed more_failed
  read -r more_passed more_failed <"$reports/$1.tally"
  if (($2 != 0)); then
    count_failure "the part '$1' could not run to its end"
  elif ((more_passed + more_failed == 0)); then
    count_failure "the part '$1' ran no test"
  fi
  passed=$((passed + more_passed))
  failed=$((failed + more_failed))
}

# check WHAT COMMAND... : one test that is a command.
check() {
  local what=$1
  shift
  if "$@"; then passed=$((passed + 1)); else count_failure "$what"; fi
}

# suite NAME COMMAND... : many tests; the command writes the JUnit report build/test/NAME.xml.
suite() {
  run_suite "$@"
  count_suite "$1"
}

run_suite() {
  local name=$1 status=0
  shift
  rm -f "$reports/$name.xml"
  "$@" >"$reports/$name.log" 2>&1 || status=$?
  echo "$status" >"$reports/$name.status"
}

count_suite() {
  local name=$1 report="$reports/$1.xml" status more_passed more_failed
  status=$(<"$reports/$name.status")
  if [[ ! -s $report ]]; then
    tail -n 30 "$reports/$name.log" | cut -c 1-2000
    count_failure "$name ended with status $status and without a report"
    return
  fi
  read -r more_passed more_failed < <(node tools/tally.mjs "$report")
  passed=$((passed + more_passed))
  failed=$((failed + more_failed))
  if ((status != 0 && more_failed == 0)); then
    tail -n 30 "$reports/$name.log"
    count_failure "$name ended with status $status though no test failed"
  fi
}

# catch_suite NAME COMMAND... : tests with Catch2, in two halves side by side, since each runs on one processor only.
catch_suite() {
  local name=$1
  shift
  run_suite "$name-text" "$@" "[text],[properties]" --reporter junit --out "$reports/$name-text.xml" &
  run_suite "$name-rest" "$@" "~[text]~[properties]" --reporter junit --out "$reports/$name-rest.xml"
  wait
  count_suite "$name-text"
  count_suite "$name-rest"
}

part_format() {
  need_formatters
  check "C++ is not formatted: run ./dev format" cpp_is_formatted
  check "TypeScript, styles or documents are not formatted: run ./dev format" page_is_formatted
}

part_types() {
  check "the types do not agree" npx tsc
}

part_native() {
  need_cmake
  need_headers libxtensor-dev:xtensor catch2:catch2 librapidcheck-dev:rapidcheck
  build_preset release
  catch_suite native build/release/chainwise_tests
}

part_sanitize() {
  need_cmake
  need_headers libxtensor-dev:xtensor catch2:catch2 librapidcheck-dev:rapidcheck
  build_preset release chainwise_tests_sanitized
  catch_suite sanitize build/release/chainwise_tests_sanitized
}

part_wasm() {
  need_cmake
  need_emscripten
  need_headers libxtensor-dev:xtensor catch2:catch2
  build_preset wasm-tests
  catch_suite wasm node build/wasm-tests/chainwise_tests.cjs
}

vitest() { suite "$1" npx vitest run --project "$1" --reporter junit --outputFile "$reports/$1.xml"; }

part_package() {
  # Listings are compiled and run in the languages that they are written in.
  # shellcheck disable=SC2046
  need_packages $(missing_commands python3:python3 g++:g++)
  build_form package
  vitest package
}

part_unit() {
  # Exported networks are compiled and run.
  # shellcheck disable=SC2046
  need_packages $(missing_commands g++:g++)
  need_numpy
  build_module
  vitest unit
}

part_project() {
  build_form site
  build_form single
  build_form package
  vitest project
}

playwright() {
  PLAYWRIGHT_JUNIT_OUTPUT_NAME="$PWD/$reports/$1.xml" suite "$1" \
    npx playwright test --reporter junit --project "$1" --project "$1-file"
}

part_chromium() {
  need_chromium
  build_form site
  build_form pseudo
  build_form single
  playwright chromium
}

part_firefox() {
  need_firefox
  build_form site
  build_form single
  playwright firefox
}

part_webkit() {
  need_webkit
  build_form single
  suite webkit xvfb-run -a npx vitest run --project webkit --reporter junit --outputFile "$reports/webkit.xml"
}
