# clang-format for C++, prettier for the rest.

cpp_sources() { git ls-files -z --cached --others --exclude-standard '*.cpp' '*.h'; }

need_formatters() {
  # shellcheck disable=SC2046
  need_packages $(missing_commands clang-format:clang-format git:git)
  need_node_modules
}

format_sources() {
  need_formatters
  cpp_sources | xargs -0 -r clang-format -i
  npx prettier --write --log-level warn .
}

cpp_is_formatted() {
  local wrong
  wrong=$(cpp_sources | xargs -0 -r clang-format --dry-run 2>&1 | sed -n 's/^\([^ :]*\):.*clang-format-violations.*/\1/p' | sort -u)
  if [[ $wrong ]]; then
    say "$wrong"
    return 1
  fi
}
page_is_formatted() { npx prettier --check --log-level warn .; }
