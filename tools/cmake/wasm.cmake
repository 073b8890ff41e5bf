# How executables become wasm: for a page an ES module with a factory, `createModule({ services })`, as web/boot.js
# starts it; for Node the core's tests. Every flag is known to Emscripten 3.1.6 and to 6.x alike, or chosen by version.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  set(leadkeep_stack_flag -sTOTAL_STACK)
else()
  set(leadkeep_stack_flag -sSTACK_SIZE)
endif()

set(LEADKEEP_WASM_LINK_OPTIONS -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 ${leadkeep_stack_flag}=2097152)

# doctest throws; src/ does not. The tests read their data through Node's file system. What is tested is optimised as in
# the app; the tests themselves need not be, which builds them sooner.
set(LEADKEEP_WASM_TEST_COMPILE_OPTIONS -fexceptions -O1)
set(LEADKEEP_WASM_TEST_LINK_OPTIONS ${LEADKEEP_WASM_LINK_OPTIONS}
  -fexceptions -O1 -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)

# The output of 3.1.6 mistakes Node's own fetch for a browser's.
set(CMAKE_CROSSCOMPILING_EMULATOR node)
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  list(APPEND CMAKE_CROSSCOMPILING_EMULATOR --no-experimental-fetch)
endif()

function(leadkeep_web_executable name)
  add_executable(${name} ${ARGN})
  target_compile_options(${name} PRIVATE -fno-exceptions)
  target_compile_definitions(${name} PRIVATE LEADKEEP_VERSION="${PROJECT_VERSION}")
  target_link_libraries(${name} PRIVATE leadkeep_platform_web)
  target_link_options(${name} PRIVATE ${LEADKEEP_WASM_LINK_OPTIONS}
    -Oz -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2)
endfunction()

# A program of a few functions that a script of the page loads by itself: no runtime, what it exports is what it is for.
# Its memory is a megabyte and never grows, since a program that grows would ask for functions of Emscripten's.
function(leadkeep_standalone_wasm name)
  add_executable(${name} ${ARGN})
  set_target_properties(${name} PROPERTIES SUFFIX .wasm)
  target_compile_options(${name} PRIVATE -fno-exceptions)
  target_link_libraries(${name} PRIVATE leadkeep_options)
  target_link_options(${name} PRIVATE -Oz -sSTANDALONE_WASM=1 --no-entry -sMALLOC=emmalloc -sINITIAL_MEMORY=1048576 ${leadkeep_stack_flag}=65536)
endfunction()
