// Everything that was read out of one article, and who reads it.
#pragma once

#include <string>
#include <vector>

#include "model/article.h"
#include "model/claim.h"
#include "model/date.h"
#include "model/entity.h"
#include "model/figure.h"
#include "model/signature.h"
#include "model/text_span.h"

namespace newsgraph {

class Catalogue;

// Text that carries no evidence (advertisement, navigation, credit, contact
// block), and why.
struct MaskedText {
  TextSpan span;
  std::string reason;  // the pack rule that masked it

  friend bool operator==(const MaskedText&, const MaskedText&) = default;
};

// All spans refer to the article's text; every list is in text order.
struct Extraction {
  std::string language;  // as given or detected; "und" where nothing fits
  std::vector<MaskedText> masked;
  std::vector<MentionedEntity> entities;  // each entity once, by first mention
  std::vector<Figure> figures;
  std::vector<Date> dates;
  std::vector<Claim> claims;
  // Which rules made it: changes whenever a pack or the program does.
  std::string rules_version;
  // What the text is recognized by when it comes again; empty where nobody looked.
  Signature signature;

  friend bool operator==(const Extraction&, const Extraction&) = default;
};

// Article → what it says. The meeting point of extract/, which knows languages,
// and rpc/ and tools/, which must not.
class Extractor {
 public:
  virtual ~Extractor() = default;

  // Pure and total: any text gives some extraction; the same article gives the
  // same one. `article.language` empty means: detect. Any thread may call.
  virtual Extraction Extract(const Article& article) const = 0;

  // What the packs say of entities, concepts and metrics; lives as long as this.
  virtual const Catalogue& catalogue() const = 0;
};

}  // namespace newsgraph
