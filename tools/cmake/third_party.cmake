# Third-party code. tools/bootstrap fetches the sources into LEADKEEP_DEPS and says where each comes from; nothing of
# it is committed. Each has its own target, so that our own changes never rebuild it.
set(LEADKEEP_DEPS ${CMAKE_SOURCE_DIR}/build/deps CACHE PATH "Where tools/bootstrap put the third-party sources")
if(NOT EXISTS ${LEADKEEP_DEPS}/sqlite/sqlite3.c OR NOT EXISTS ${LEADKEEP_DEPS}/imgui/imgui.cpp)
  message(FATAL_ERROR "No third-party sources in ${LEADKEEP_DEPS}: run tools/bootstrap first")
endif()

# Header-only libraries, through a folder that holds only them: /usr/include as such would break a wasm build.
add_library(leadkeep_third_party_headers INTERFACE)
target_include_directories(leadkeep_third_party_headers SYSTEM INTERFACE ${LEADKEEP_DEPS}/include)

add_library(leadkeep_sqlite STATIC ${LEADKEEP_DEPS}/sqlite/sqlite3.c)
target_include_directories(leadkeep_sqlite SYSTEM PUBLIC ${LEADKEEP_DEPS}/sqlite)
target_compile_definitions(leadkeep_sqlite PUBLIC
  SQLITE_THREADSAFE=0 SQLITE_DQS=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_MAX_EXPR_DEPTH=0 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_LOAD_EXTENSION
  SQLITE_USE_ALLOCA SQLITE_TEMP_STORE=3 SQLITE_ENABLE_FTS5 SQLITE_ENABLE_MATH_FUNCTIONS)
target_compile_options(leadkeep_sqlite PRIVATE -w -O2)
if(EMSCRIPTEN)  # what the page never calls is not downloaded, nor is a second copy of a function of some size
  target_compile_definitions(leadkeep_sqlite PRIVATE
    SQLITE_OMIT_WAL SQLITE_OMIT_UTF16 SQLITE_OMIT_TRACE SQLITE_OMIT_PROGRESS_CALLBACK SQLITE_OMIT_AUTHORIZATION
    SQLITE_OMIT_GET_TABLE SQLITE_OMIT_COMPLETE SQLITE_OMIT_INCRBLOB SQLITE_OMIT_TCL_VARIABLE SQLITE_OMIT_DECLTYPE
    SQLITE_OMIT_COMPILEOPTION_DIAGS SQLITE_OMIT_DATETIME_FUNCS SQLITE_OMIT_JSON SQLITE_UNTESTABLE)
  target_compile_options(leadkeep_sqlite PRIVATE -mllvm -inline-threshold=25
    -USQLITE_ENABLE_MATH_FUNCTIONS -USQLITE_ENABLE_FTS5)  # no full-text index yet
endif()
if(LEADKEEP_SANITIZE)  # undefined behaviour of SQLite's own is not ours to find, and looking for it takes minutes
  target_compile_options(leadkeep_sqlite PRIVATE -fno-sanitize=undefined -O1)
endif()

add_library(leadkeep_imgui STATIC
  ${LEADKEEP_DEPS}/imgui/imgui.cpp ${LEADKEEP_DEPS}/imgui/imgui_draw.cpp
  ${LEADKEEP_DEPS}/imgui/imgui_widgets.cpp ${CMAKE_SOURCE_DIR}/src/gfx/imgui/no_tables.cpp)
target_include_directories(leadkeep_imgui SYSTEM PUBLIC ${LEADKEEP_DEPS}/imgui)
target_compile_definitions(leadkeep_imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS "ImDrawIdx=unsigned int")
# Glyphs are the platform's (src/text/fonts.cpp): with ImGui's hook for another font loader its own is left out.
target_compile_definitions(leadkeep_imgui PRIVATE IMGUI_DISABLE_DEFAULT_FONT IMGUI_ENABLE_FREETYPE)
target_include_directories(leadkeep_imgui PRIVATE ${CMAKE_SOURCE_DIR}/src/text/imgui_hook)
target_compile_options(leadkeep_imgui PRIVATE -w)
leadkeep_hot(${LEADKEEP_DEPS}/imgui/imgui_draw.cpp)
