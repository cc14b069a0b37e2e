# Builds the wasm module and the delivered forms; each is left alone while its sources have the same contents.

jobs=$(nproc 2>/dev/null || echo 2)

# build_preset PRESET [TARGET] : configures once, then lets ninja find out what changed.
build_preset() {
  local preset=$1 target=${2:-all} log="build/$1.log"
  mkdir -p build
  if ! { { [[ -e build/$preset/build.ninja ]] || cmake --preset "$preset"; } &&
    cmake --build --preset "$preset" -j "$jobs" --target "$target"; } >"$log" 2>&1; then
    grep -E -A 12 'error:|FAILED|CMake Error' "$log" | head -n 60 >&2 || tail -n 40 "$log" >&2
    say "The build '$preset' failed; the whole log is in $log." >&2
    return 1
  fi
}

build_module() {
  need_node_modules
  local wanted compiler
  compiler=$(command -v emcc || true)
  wanted="$(hash_of core wasm cmake CMakeLists.txt CMakePresets.json) $compiler"
  if [[ -e build/wasm/chainwise.wasm && "$(stamp module)" == "$wanted" ]]; then return; fi
  need_cmake
  need_emscripten
  need_headers
  compiler=$(command -v emcc)
  # Another compiler than last time must not find the old one's configuration.
  if [[ "$(stamp module | cut -d' ' -f2)" != "$compiler" ]]; then rm -rf build/wasm; fi
  say "Building the wasm module with $(emcc --version | sed -n '1s/.*) \([0-9.]*\).*/Emscripten \1/p')"
  build_preset wasm
  write_stamp module "$(hash_of core wasm cmake CMakeLists.txt CMakePresets.json) $compiler"
}

# build_form site|single|package|pseudo
build_form() {
  local form=$1 wanted output
  build_module
  case $form in
    single) output=dist/chainwise.html ;;
    *) output=dist/$form ;;
  esac
  wanted=$(hash_of web index.html tools/vite vite.config.ts tsconfig.json package-lock.json LICENSE \
    build/wasm/chainwise.js build/wasm/chainwise.wasm)
  if [[ -e $output && "$(stamp "form-$form")" == "$wanted" ]]; then return; fi
  say "Building $output"
  npx vite build --mode "$form" --logLevel warn
  if [[ $form == single ]]; then
    mv dist/single/chainwise.html "$output"
    rmdir dist/single
  fi
  write_stamp "form-$form" "$wanted"
}
