-- Reads every note of the file that SEEDBED_NOTES names, each for itself: one div and one field of metadata for each.
function Pandoc()
  local file = assert(io.open(os.getenv('SEEDBED_NOTES'), 'rb'))
  local notes = file:read('a')
  file:close()
  local blocks, meta = {}, {}
  for note in (notes .. '\30'):gmatch('(.-)\30') do
    local doc = pandoc.read(note, 'markdown')
    table.insert(blocks, pandoc.Div(doc.blocks))
    meta[string.format('n%06d', #blocks)] = doc.meta
  end
  return pandoc.Pandoc(blocks, meta)
end
