# cmake -DDESTINATION=build/sources -DNAME=imgui -P cmake/fetch_upstream.cmake
# The way without Debian's source packages: the tagged archive of the upstream project. What it
# holds is checked afterwards, file by file, against cmake/sources.sha256.
if(NAME STREQUAL "imgui")
  set(url "https://github.com/ocornut/imgui/archive/refs/tags/v1.92.2b.tar.gz")
elseif(NAME STREQUAL "catch2")
  set(url "https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz")
else()
  message(FATAL_ERROR "NAME must be imgui or catch2, not '${NAME}'")
endif()

set(archive "${DESTINATION}/${NAME}-upstream.tar.gz")
file(DOWNLOAD "${url}" "${archive}" STATUS status INACTIVITY_TIMEOUT 30)
list(GET status 0 code)
if(NOT code EQUAL 0)
  list(GET status 1 reason)
  file(REMOVE "${archive}")
  message(FATAL_ERROR "${url}: ${reason}")
endif()
file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${DESTINATION}")
file(REMOVE "${archive}")
