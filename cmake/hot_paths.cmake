# The daily kernel is one source at two vector widths; only this file is compiled for AVX2, and it runs
# only where the processor has it.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND NOT EMSCRIPTEN)
  set_source_files_properties(${PROJECT_SOURCE_DIR}/src/sim/daily_kernel_4.cpp PROPERTIES COMPILE_OPTIONS -mavx2)
endif()
# Loops over days are called per chunk; the compiler must not fold or fuse their arithmetic, only schedule it. Both are
# the same source, which cannot be compiled twice in one piece.
set_source_files_properties(
  ${PROJECT_SOURCE_DIR}/src/sim/daily_kernel_2.cpp ${PROJECT_SOURCE_DIR}/src/sim/daily_kernel_4.cpp
  PROPERTIES OBJECT_DEPENDS ${PROJECT_SOURCE_DIR}/src/sim/daily_kernel_body.h SKIP_UNITY_BUILD_INCLUSION ON)
# The page is small first, but what runs for every cooperative on every day is fast first. At -Oz Emscripten adds
# -fno-inline-functions, which -O3 alone does not take back.
if(ZHENGSHE_PAGE AND NOT ZHENGSHE_FAST_LINK)
  foreach(hot daily_kernel_2 distributions ledger maths money philox production series state unit diagnosis severity)
    set_property(SOURCE ${PROJECT_SOURCE_DIR}/src/sim/${hot}.cpp APPEND PROPERTY COMPILE_OPTIONS -O3 -finline-functions)
  endforeach()
  # So is the search for a plan, three times as fast; unrolling its short loops would only make it larger.
  foreach(hot assignment least_loss neighbourhood relaxation search)
    set_property(SOURCE ${PROJECT_SOURCE_DIR}/src/plan/${hot}.cpp APPEND PROPERTY COMPILE_OPTIONS
      -O3 -finline-functions -fno-unroll-loops -fno-vectorize -fno-slp-vectorize)
  endforeach()
  # So is what is done for every byte of a file, which may be a stranger's of 8 MiB.
  foreach(hot encoding json_parse)
    set_property(SOURCE ${PROJECT_SOURCE_DIR}/src/io/${hot}.cpp APPEND PROPERTY COMPILE_OPTIONS -O3 -finline-functions)
  endforeach()
endif()
# Left to itself the compiler turns the scalar multiplications of the random words into slow vector ones; the optimiser
# of whole programs would do so again.
if(EMSCRIPTEN)
  set_property(
    SOURCE ${PROJECT_SOURCE_DIR}/src/sim/daily_kernel_2.cpp ${PROJECT_SOURCE_DIR}/src/sim/philox.cpp
    APPEND PROPERTY COMPILE_OPTIONS -fno-vectorize -fno-slp-vectorize -fno-lto)
endif()
# Clang 14's optimiser of whole programs makes zeros of sums that a month reads and clears in one go. Compiled by
# itself, the file that does so has its books right (tests/golden).
if(ZHENGSHE_PAGE AND NOT ZHENGSHE_FAST_LINK)
  set_property(SOURCE ${PROJECT_SOURCE_DIR}/src/sim/ledger.cpp APPEND PROPERTY COMPILE_OPTIONS -fno-lto)
endif()
