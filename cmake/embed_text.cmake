# Writes OUTPUT, a C++ file whose FUNCTION, declared in HEADER, returns the text of FILE.
file(READ ${FILE} content)
# A literal may not be longer than compilers take: it is put together from pieces.
string(LENGTH "${content}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${content}" ${at} 8000 piece)
  string(APPEND pieces "\n    R\"~text~(${piece})~text~\"")
  math(EXPR at "${at} + 8000")
endwhile()
file(WRITE ${OUTPUT} "#include \"${HEADER}\"\n\nnamespace newsgraph::ingest {\n\nstd::string_view ${FUNCTION}() {\n  return ${pieces};\n}\n\n}  // namespace newsgraph::ingest\n")
