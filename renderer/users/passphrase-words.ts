/** Plain words of four to nine letters that are easy to say on the phone and hard to mistype. */
export const WORDS: readonly string[] = `
acorn alder almond amber anchor apple apron arch arrow ashes aspen autumn badge badger baker
ballad bamboo banner barley barrel basil basket beacon beaver bench berry birch biscuit
blanket blossom bonnet border bottle bramble brass bread breeze brick bridge bronze brook
broom bucket buckle bumble bunting butter button cabin cable cactus candle canoe canvas
canyon carpet carrot castle cedar cellar cherry chestnut chimney cider cinder circle clay
clover cobble cocoa comet compass copper coral corner cosy cottage cotton cradle cream
cricket crimson crown crumb crystal cuckoo curtain cushion custard daisy dapple dawn delta
denim desert dinner dolphin donkey dragon drawer drift drummer eagle early earth easel echo
elbow elder ember emerald engine evening falcon feather fender fennel fern ferry fiddle
field finch flannel flint flora flute forest fossil fountain foxglove fresh frost garden
garlic garnet ginger glacier glade glove golden goose granite grape grass gravel guitar
gully hammer harbour harvest hazel heather hedge heron hickory hillside hollow honey horizon
icicle indigo island ivory jacket jasmine jersey jigsaw jolly juniper kettle keyhole kingdom
kitchen kitten ladder lagoon lantern larch lark lattice laurel lavender leather lemon lentil
letter level lilac linen lizard lobster locket lullaby lupin magnet magpie mallow mango
maple marble marigold market meadow medal melody melon mercury midnight millet mint mirror
mitten morning mosaic moss mountain muffin museum mustard needle nettle nickel noodle nutmeg
oasis oatmeal ocean olive onion opal orange orbit orchard orchid otter oyster paddle palette
pancake paper parcel parsley pasture pebble pelican pencil pepper piano picnic pigeon pilot
pine pistachio planet plaster plum pocket polish poppy porridge potato pottery primrose
prism puddle pumpkin puzzle quarry quartz quiet quill quilt rabbit radish rainbow raisin
raven reed ribbon ripple river robin rocket rosemary rowan ruby saddle saffron sage sailor
salmon sandal sapling satin saucer scarf season shadow shallow shell shelter silver sketch
skylark slate sleigh slipper snowdrop socket sorrel spanner sparrow spice spinach spiral
spring spruce squirrel stable starling station steam stone straw stream sugar summer sundial
sunset swallow swift sycamore table tablet tailor tangerine teapot temple thimble thistle
thrush thyme ticket tiger timber toffee tomato topaz tortoise towel tractor treacle trellis
trumpet tulip tunnel turnip turtle twilight umbrella valley vanilla velvet violet violin
voyage waffle wagon walnut walrus water weather whisker whistle willow window winter wobble
wonder woodland woollen yarrow yellow zebra zephyr
`
  .trim()
  .split(/\s+/);
