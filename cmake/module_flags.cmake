# How the wasm module is linked. Each flag has its reason beside it; all are valid from Emscripten 3.1.6 to 6.
target_link_options(chainwise PRIVATE
  -lembind                      # the boundary is declared with Embind (wasm/bindings.cpp)
  -Oz                           # the last pass over the whole module is for size: 6 % less to load, no slower
  -flto                         # optimised as one program: 6 % less to load
  -Wl,-mllvm,-inline-threshold=20  # with the same threshold as file by file (CMakeLists.txt)
  # the control flow built anew, in short: 1 % less to load; getters of up to 8 operations inlined: a tenth faster
  "-sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,--always-inline-max-function-size=8,-Oz,-Oz"
  -sMODULARIZE=1                # a factory function instead of globals: a dead module can be made anew
  -sEXPORT_ES6=1                # an ES module, as the page and the package are
  -sENVIRONMENT=web,worker      # with "node" the ES6 output of 3.1.6 dies on __dirname; Node passes wasmBinary
  -sDYNAMIC_EXECUTION=0         # no `new Function`: runs under script-src 'self' 'wasm-unsafe-eval'
  -sALLOW_MEMORY_GROWTH=1       # start small, grow with the network that a learner builds
  -sFILESYSTEM=0                # no files: drops the emulated file system from the loader
  -sINCOMING_MODULE_JS_API=wasmBinary,locateFile,print,printErr,onAbort,instantiateWasm  # drops loader code for the rest
  -sMALLOC=emmalloc             # a third of dlmalloc's size; nothing here allocates in a hot loop
  -sSUPPORT_LONGJMP=0           # nobody jumps
  ${chainwise_stack}
)
set_target_properties(chainwise PROPERTIES SUFFIX ".js")
