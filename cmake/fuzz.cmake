# The fuzzing target, with clang and all that it needs of the program compiled for it; tests/fuzz/run builds and starts it.
file(GLOB fuzz_sources CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/model/*.cpp ${PROJECT_SOURCE_DIR}/src/sim/*.cpp ${PROJECT_SOURCE_DIR}/src/io/*.cpp ${PROJECT_SOURCE_DIR}/tests/fuzz/*.cpp)
add_executable(load_and_run EXCLUDE_FROM_ALL ${fuzz_sources})
target_include_directories(load_and_run PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(load_and_run PRIVATE zhengshe_options nlohmann_json)
if(ZHENGSHE_FUZZ STREQUAL "coverage")
  set(fuzz_checks -fsanitize=fuzzer -fprofile-instr-generate)
  target_compile_options(load_and_run PRIVATE -O1 -fcoverage-mapping)
else()
  # Without the checks of every pointer that the address sanitizer makes as well: they take as long as all others.
  set(fuzz_checks -fsanitize=fuzzer,address,undefined,float-cast-overflow -fno-sanitize=null,alignment,object-size,vptr -fno-sanitize-recover=all)
  # Checked code is so large that little of it would be inlined, and calls are what takes longest.
  target_compile_options(load_and_run PRIVATE -O3 -g1 -fno-omit-frame-pointer -fno-sanitize-coverage=trace-cmp "SHELL:-mllvm -inline-threshold=800")
endif()
target_compile_options(load_and_run PRIVATE ${fuzz_checks})
# What makes the inputs is not what is tried: unchecked, and no branches of its own that the fuzzer would seek to reach.
file(GLOB fuzz_makers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*.cpp)
list(FILTER fuzz_makers EXCLUDE REGEX load_and_run)
set_source_files_properties(${fuzz_makers} PROPERTIES COMPILE_OPTIONS "-O2;-fno-sanitize=all;-fno-profile-instr-generate;-fno-coverage-mapping")
target_link_options(load_and_run PRIVATE ${fuzz_checks})
