// A run as one page of HTML that needs nothing else: no scripts, nothing from elsewhere, pictures
// inside. For handing on, reading and printing; it shows what analysis computed.
#pragma once

#include "report/run_report.h"

#include <string>
#include <vector>

namespace rgsim {

/// A picture that somebody else has drawn and encoded.
struct HtmlPicture {
    enum class Format { Png, Svg };
    Format format = Format::Png;
    std::string data; ///< a whole file of that format
    std::string caption;
};

struct HtmlStyle {
    int width = 1200;                  ///< pixels of the timeline
    bool all = false;                  ///< every service, event and log line, however many
    std::vector<HtmlPicture> pictures; ///< shown behind the timeline, in this order
};

/// A whole page, well-formed XML as well. The same report and style give the same bytes.
std::string runHtml(const RunReport& report, const HtmlStyle& style);

} // namespace rgsim
