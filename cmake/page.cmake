# The page's program: zhengshe.js and zhengshe.wasm, which web/build_page.mjs turns into dist/.
file(GLOB platform_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/platform/*.cpp)
file(GLOB platform_scripts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/platform/*.js)
list(FILTER platform_sources EXCLUDE REGEX "/(items|default_font_loader)\\.cpp$")  # belong to the imgui library
add_library(zhengshe_platform STATIC ${platform_sources} ${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
set_source_files_properties(${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp PROPERTIES COMPILE_OPTIONS "-w")
target_compile_definitions(zhengshe_platform PRIVATE IMGUI_IMPL_OPENGL_ES3)
target_include_directories(zhengshe_platform PUBLIC ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(zhengshe_platform PUBLIC imgui zhengshe_options)

find_program(WASM_OPT wasm-opt HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin)
set(wasm_features --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals)

# zhengshe_page(TARGET FOLDER SOURCE...): a program for a page, as FOLDER/zhengshe.js and .wasm.
function(zhengshe_page target folder)
  add_executable(${target} ${ARGN})
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME zhengshe SUFFIX .js LINK_DEPENDS "${platform_scripts}"
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${folder})
  # Functions that only the page's scripts call would not be pulled out of a static library.
  target_link_libraries(${target} PRIVATE -Wl,--whole-archive zhengshe_platform -Wl,--no-whole-archive imgui)
  target_link_options(${target} PRIVATE
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sENVIRONMENT=web,worker -sFILESYSTEM=0 -sMALLOC=emmalloc
    -sBINARYEN_EXTRA_PASSES=--converge -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 ${stack_setting} -sDYNAMIC_EXECUTION=0
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8)
  foreach(script IN LISTS platform_scripts)
    target_link_options(${target} PRIVATE "SHELL:--js-library ${script}")
  endforeach()
  # Once more over the finished program: what the linker's last steps leave behind is half a percent.
  if(WASM_OPT AND NOT ZHENGSHE_FAST_LINK)
    add_custom_command(TARGET ${target} POST_BUILD COMMAND ${WASM_OPT} ${wasm_features} -Oz --low-memory-unused
      ${PROJECT_BINARY_DIR}/${folder}/zhengshe.wasm -o ${PROJECT_BINARY_DIR}/${folder}/zhengshe.wasm)
  endif()
endfunction()

zhengshe_page(page program ${PROJECT_SOURCE_DIR}/src/main.cpp ${PROJECT_SOURCE_DIR}/src/keeper.cpp)
target_link_libraries(page PRIVATE zhengshe_ui zhengshe_io)

# A page with one widget of each kind, on which the browser tests try the platform by itself.
zhengshe_page(probe probe ${PROJECT_SOURCE_DIR}/tests/browser/probe.cpp)
target_link_libraries(probe PRIVATE zhengshe_io)

# A page that tells the state hashes of every day, to hold the browser against the other builds.
zhengshe_page(hashes hashes ${PROJECT_SOURCE_DIR}/tests/browser/hashes.cpp)
target_link_libraries(hashes PRIVATE zhengshe_io)
target_include_directories(hashes PRIVATE ${PROJECT_SOURCE_DIR}/tests)
