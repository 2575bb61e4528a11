// The parameters by which sites count where readers come from. Data: a new one is a line here.
#pragma once

#include <string_view>

namespace newsgraph::ingest {

// Names in small letters; one that ends in "*" stands for all that begin so.
inline constexpr std::string_view kTrackingParameters[] = {
    "utm_*",               // Urchin, Google Analytics
    "mtm_*",               // Matomo
    "pk_*",                // Piwik
    "piwik_*",             // Piwik
    "matomo_*",            // Matomo
    "hsa_*",               // HubSpot
    "_hs*",                // HubSpot
    "__hs*",               // HubSpot
    "at_medium",           // AT Internet
    "at_campaign",         // AT Internet
    "at_custom*",          // AT Internet
    "xtor",                // AT Internet
    "stm_*",               // SendGrid and others
    "vero_*",              // Vero
    "oly_*",               // Omeda
    "ns_*",                // comScore
    "fb_*",                // Facebook
    "fbclid",              // Facebook
    "gclid",               // Google Ads
    "gclsrc",              // Google Ads
    "gbraid",              // Google Ads
    "wbraid",              // Google Ads
    "dclid",               // Google
    "srsltid",             // Google
    "msclkid",             // Microsoft
    "yclid",               // Yandex
    "ymclid",              // Yandex
    "ysclid",              // Yandex
    "_openstat",           // Yandex, Rambler
    "twclid",              // Twitter
    "ttclid",              // TikTok
    "igshid",              // Instagram
    "igsh",                // Instagram
    "li_fat_id",           // LinkedIn
    "epik",                // Pinterest
    "scclid",              // Snapchat
    "rdt_cid",             // Reddit
    "mc_cid",              // Mailchimp
    "mc_eid",              // Mailchimp
    "mkt_tok",             // Marketo
    "ml_subscriber",       // MailerLite
    "ml_subscriber_hash",  // MailerLite
    "s_kwcid",             // Adobe
    "s_cid",               // Adobe
    "icid",                // Adobe
    "ncid",                // AOL
    "cmpid",               // campaigns
    "cmp",                 // campaigns
    "wt_mc",               // Webtrekk
    "wt.mc_*",             // Webtrekk
    "wtmc",                // Webtrekk
    "wkey",                // newsletters
    "wickedid",            // Wicked Reports
    "sfmc_*",              // Salesforce
    "spm",                 // Alibaba
    "scm",                 // Alibaba
    "ref_src",             // Twitter
    "ref_url",             // Twitter
    "guccounter",          // Yahoo
    "guce_*",              // Yahoo
    "ga_*",                // Google Analytics
    "_ga",                 // Google Analytics
    "_gl",                 // Google Analytics
    "__twitter_impression",
    "feedtype",
    "ocid",        // Microsoft
    "smid",        // New York Times
    "smtyp",       // New York Times
    "partner",     // who shows the feed
    "rss",         // that it came by feed
    "ftag",        // CBS
    "mbid",        // Condé Nast
    "cid_source",  // campaigns
};

}  // namespace newsgraph::ingest
