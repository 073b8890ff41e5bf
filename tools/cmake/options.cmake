# Compiler options of our own code; third-party targets do not get them.
add_library(leadkeep_options INTERFACE)
target_include_directories(leadkeep_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(leadkeep_options INTERFACE -Wall -Wextra -Wshadow -Wno-missing-field-initializers)
if(EMSCRIPTEN)
  # Built for size, whatever the build type says: the page is downloaded once per version, most of it runs once a click.
  # What runs for every row, page or glyph asks for speed again, by leadkeep_hot(). Nothing asks for a type at run time.
  add_compile_options(-Oz $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
  # Three per cent less to download; a link takes a minute more, which who tries things out may spare.
  option(LEADKEEP_LTO "Optimise the wasm at link time, as the app is shipped" ON)
  if(LEADKEEP_LTO)
    add_compile_options(-flto)
    add_link_options(-flto)
  endif()
endif()
# leadkeep_hot(FILES…): sources of the calling folder where speed counts more than the download.
function(leadkeep_hot)
  if(EMSCRIPTEN)
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -O2)
  endif()
endfunction()
if(LEADKEEP_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()
# With ccache, build folders of one checkout share what they compiled: the folder's own name stays out of the objects.
find_program(LEADKEEP_CCACHE ccache)
if(LEADKEEP_CCACHE)
  add_compile_options(-fdebug-prefix-map=${CMAKE_BINARY_DIR}=.)
  set(launcher ${LEADKEEP_CCACHE})
  if(EMSCRIPTEN)  # emcc is clang, which its name does not say
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_COMPILERTYPE=clang ${LEADKEEP_CCACHE})
  endif()
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()
