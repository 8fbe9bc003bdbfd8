-- Reads every note of the file that SEEDBED_NOTES names, each for itself: one div and one field of metadata for each, a rule where its metadata are broken.
function Pandoc()
  local file = assert(io.open(os.getenv('SEEDBED_NOTES'), 'rb'))
  local notes = file:read('a')
  file:close()
  local blocks, meta = {}, {}
  for note in (notes .. '\30'):gmatch('(.-)\30') do
    local isRead, doc = pcall(pandoc.read, note, 'markdown')
    table.insert(blocks, isRead and pandoc.Div(doc.blocks) or pandoc.HorizontalRule())
    meta[string.format('n%06d', #blocks)] = isRead and doc.meta or {}
  end
  return pandoc.Pandoc(blocks, meta)
end
