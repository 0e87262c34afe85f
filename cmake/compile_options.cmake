# Options shared by every layer.
add_library(zhengshe_options INTERFACE)

# Contraction of a*b+c into a fused operation is the one value-changing transformation that
# compilers apply by default; with it, two builds of the same run would differ in the last bit.
target_compile_options(zhengshe_options INTERFACE
  -ffp-contract=off -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion)

if(EMSCRIPTEN)
  # All in browsers before vectors were, which the page needs anyway.
  add_compile_options(-msimd128 -mnontrapping-fptoint -mbulk-memory -msign-ext)
  # Only the command line and the tests throw. Without exceptions the page is smaller and opens in more browsers.
  if(ZHENGSHE_PAGE)
    add_compile_options(-fno-exceptions)
    add_link_options(-fno-exceptions)
  else()
    add_compile_options(-fwasm-exceptions)
    add_link_options(-fwasm-exceptions)
  endif()
  # Its name changed, and Emscripten stops at a setting it does not know.
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(stack_setting -sTOTAL_STACK=1048576)
  else()
    set(stack_setting -sSTACK_SIZE=1048576)
  endif()
  # Emscripten's optimiser of scripts looks for Debian's node modules where Debian keeps them.
  if(EXISTS /usr/share/nodejs/acorn)
    set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
  endif()
endif()

# The page is small first; the layers that compute are fast first (see zhengshe_layer).
if(ZHENGSHE_PAGE)
  add_compile_options(-fno-rtti)
  if(ZHENGSHE_FAST_LINK)
    set(CMAKE_CXX_FLAGS_RELEASE "-O1 -DNDEBUG")
  else()
    set(CMAKE_CXX_FLAGS_RELEASE "-Oz -flto -DNDEBUG")
  endif()
endif()

if(ZHENGSHE_SANITIZE)
  # Without the checks of every pointer that the address sanitizer makes as well: they take as long as all others.
  add_compile_options(-g1 -O1 -fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,vptr -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
