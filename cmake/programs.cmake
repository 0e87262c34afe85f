# The command-line program, from the same layers as the page.
file(GLOB cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/cli*.cpp)
if(cli_sources)
  add_executable(zhengshe ${cli_sources})
  target_link_libraries(zhengshe PRIVATE zhengshe_io zhengshe_plan zhengshe_study)
endif()
