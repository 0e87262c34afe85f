# Code of others: Dear ImGui and Catch2 as pinned sources, nlohmann_json from the system.
# web/setup.sh puts the sources under build/sources; -DIMGUI_DIR= and -DCATCH2_DIR= win.
set(ZHENGSHE_SOURCES_DIR ${PROJECT_SOURCE_DIR}/build/sources CACHE PATH "Folder of the fetched sources")
set(IMGUI_DIR ${ZHENGSHE_SOURCES_DIR}/imgui-1.92.2b CACHE PATH "Dear ImGui 1.92.2b")
set(CATCH2_DIR ${ZHENGSHE_SOURCES_DIR}/Catch2-3.7.1 CACHE PATH "Catch2 3.7.1")

foreach(required ${IMGUI_DIR}/imgui.h ${CATCH2_DIR}/extras/catch_amalgamated.hpp)
  if(NOT EXISTS ${required})
    message(FATAL_ERROR "${required} is missing: run 'bash web/run --build' once, which fetches it, or pass -DIMGUI_DIR= and -DCATCH2_DIR=")
  endif()
endforeach()

# The header-only JSON library is copied behind a private folder: a cross compiler must not see /usr/include.
find_path(NLOHMANN_DIR nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(nlohmann_private ${PROJECT_BINARY_DIR}/nlohmann_include)
file(COPY ${NLOHMANN_DIR}/nlohmann DESTINATION ${nlohmann_private})
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${nlohmann_private})

# Dear ImGui calls our item hooks, so they are part of its library, in a browser or not.
if(EXISTS ${PROJECT_SOURCE_DIR}/src/platform/items.cpp)
  add_library(imgui STATIC
    ${IMGUI_DIR}/imgui.cpp ${IMGUI_DIR}/imgui_draw.cpp ${IMGUI_DIR}/imgui_tables.cpp ${IMGUI_DIR}/imgui_widgets.cpp
    ${PROJECT_SOURCE_DIR}/src/platform/items.cpp ${PROJECT_SOURCE_DIR}/src/platform/default_font_loader.cpp)
  set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)
  target_include_directories(imgui SYSTEM PUBLIC ${IMGUI_DIR} ${IMGUI_DIR}/backends)
  target_include_directories(imgui PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(imgui PUBLIC
    IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
    IMGUI_DISABLE_DEFAULT_FONT IMGUI_ENABLE_FREETYPE IMGUI_ENABLE_STB_TRUETYPE IMGUI_ENABLE_TEST_ENGINE "ImDrawIdx=unsigned int" IMGUI_USE_WCHAR32)
  if(NOT CMAKE_BUILD_TYPE STREQUAL Debug)
    target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_DEBUG_TOOLS)
  endif()
endif()
