import type { Country } from './schema.ts';
import type { SourceId } from './sources.ts';

/** The day this table was put together; it is due for another check a year later. */
export const checkedOn = '2026-11-22';

/** Where the emergency numbers come from. Crisis and advice lines are remembered, none was confirmed yet. */
export const countrySources = ['aosp-ecc', 'didww-emergency'] as const satisfies readonly SourceId[];

/** Whom to call for an ambulance. A country that is not listed, or whose sources differ, gets the generic text. */
export const countries: readonly Country[] = [
  { country: 'AE', name: 'United Arab Emirates', emergency: '998' },
  { country: 'AR', name: 'Argentina', emergency: '911 or 107' },
  { country: 'AT', name: 'Austria', emergency: '144 or 112' },
  {
    country: 'AU',
    name: 'Australia',
    emergency: '000',
    crisis: 'Lifeline on 13 11 14',
    adviceLine: '1800 022 222 (Healthdirect)',
  },
  { country: 'BD', name: 'Bangladesh', emergency: '999' },
  { country: 'BE', name: 'Belgium', emergency: '112' },
  { country: 'BG', name: 'Bulgaria', emergency: '112' },
  { country: 'BR', name: 'Brazil', emergency: '192' },
  {
    country: 'CA',
    name: 'Canada',
    emergency: '911',
    crisis: '988 (you can text it too)',
    adviceLine: '811 (most provinces)',
  },
  { country: 'CH', name: 'Switzerland', emergency: '144 or 112' },
  { country: 'CL', name: 'Chile', emergency: '131' },
  { country: 'CN', name: 'China', emergency: '120' },
  { country: 'CO', name: 'Colombia', emergency: '123' },
  { country: 'CY', name: 'Cyprus', emergency: '112' },
  { country: 'CZ', name: 'Czechia', emergency: '112' },
  { country: 'DE', name: 'Germany', emergency: '112', adviceLine: '116117' },
  { country: 'DK', name: 'Denmark', emergency: '112' },
  { country: 'EE', name: 'Estonia', emergency: '112' },
  { country: 'EG', name: 'Egypt', emergency: '123' },
  { country: 'ES', name: 'Spain', emergency: '112' },
  { country: 'FI', name: 'Finland', emergency: '112' },
  { country: 'FR', name: 'France', emergency: '112', adviceLine: '15' },
  {
    country: 'GB',
    name: 'United Kingdom',
    emergency: '999 or 112',
    crisis: 'Samaritans on 116 123',
    adviceLine: '111',
  },
  { country: 'GR', name: 'Greece', emergency: '112' },
  { country: 'HK', name: 'Hong Kong', emergency: '999' },
  { country: 'HR', name: 'Croatia', emergency: '112' },
  { country: 'HU', name: 'Hungary', emergency: '112' },
  { country: 'ID', name: 'Indonesia', emergency: '118, 119 or 112', recalled: true },
  { country: 'IE', name: 'Ireland', emergency: '112 or 999', crisis: 'Samaritans on 116 123' },
  { country: 'IL', name: 'Israel', emergency: '101' },
  { country: 'IN', name: 'India', emergency: '112 or 108', recalled: true },
  { country: 'IS', name: 'Iceland', emergency: '112' },
  { country: 'IT', name: 'Italy', emergency: '112' },
  { country: 'JP', name: 'Japan', emergency: '119', recalled: true },
  { country: 'KE', name: 'Kenya', emergency: '999' },
  { country: 'KR', name: 'South Korea', emergency: '119', recalled: true },
  { country: 'LK', name: 'Sri Lanka', emergency: '110 or 1990', recalled: true },
  { country: 'LT', name: 'Lithuania', emergency: '112' },
  { country: 'LU', name: 'Luxembourg', emergency: '112' },
  { country: 'LV', name: 'Latvia', emergency: '112' },
  { country: 'MT', name: 'Malta', emergency: '112' },
  { country: 'MX', name: 'Mexico', emergency: '911' },
  { country: 'MY', name: 'Malaysia', emergency: '999' },
  { country: 'NG', name: 'Nigeria', emergency: '112 or 199', recalled: true },
  { country: 'NL', name: 'Netherlands', emergency: '112' },
  { country: 'NO', name: 'Norway', emergency: '113' },
  { country: 'NP', name: 'Nepal', emergency: '102' },
  {
    country: 'NZ',
    name: 'New Zealand',
    emergency: '111',
    crisis: '1737 (you can text it too)',
    adviceLine: '0800 611 116 (Healthline)',
  },
  { country: 'PH', name: 'Philippines', emergency: '911' },
  { country: 'PK', name: 'Pakistan', emergency: '115 or 1122', recalled: true },
  { country: 'PL', name: 'Poland', emergency: '112' },
  { country: 'PT', name: 'Portugal', emergency: '112' },
  { country: 'RO', name: 'Romania', emergency: '112' },
  { country: 'RU', name: 'Russia', emergency: '103 or 112' },
  { country: 'SA', name: 'Saudi Arabia', emergency: '997 or 911', recalled: true },
  { country: 'SE', name: 'Sweden', emergency: '112' },
  { country: 'SG', name: 'Singapore', emergency: '995' },
  { country: 'SI', name: 'Slovenia', emergency: '112' },
  { country: 'SK', name: 'Slovakia', emergency: '112' },
  { country: 'TH', name: 'Thailand', emergency: '1669' },
  { country: 'TR', name: 'Turkey', emergency: '112' },
  { country: 'TW', name: 'Taiwan', emergency: '119', recalled: true },
  { country: 'UA', name: 'Ukraine', emergency: '103 or 112' },
  { country: 'US', name: 'United States', emergency: '911', crisis: '988 (you can text it too)' },
  { country: 'VN', name: 'Vietnam', emergency: '115' },
  { country: 'ZA', name: 'South Africa', emergency: '10177 or 112', recalled: true },
];

export const genericEmergencyText =
  'Call your local emergency number now. 112 works in Europe and from many mobile phones in the world; 911 in North America; 999 in the UK. If you are not sure, ask anyone near you to call.';

/** Printed next to any number that was chosen by locale or time zone. */
export const elsewhereText = 'Somewhere else? Use your local number.';

/** Stands for the crisis line where none is listed. */
export const genericCrisisLine =
  'a crisis line (116 123 in several European countries, others at findahelpline.com)';

/** Stands for the advice line where none is listed. */
export const genericAdviceLine = "your doctor's office or local nurse line";

/** IANA time zones of the listed countries, old names included since systems still report them. */
export const zoneNames: Readonly<Record<string, string>> = {
  AE: 'Asia/Dubai',
  AR: `
    America/Argentina/Buenos_Aires America/Buenos_Aires America/Argentina/Cordoba
    America/Cordoba America/Argentina/Salta America/Argentina/Jujuy America/Jujuy
    America/Argentina/Tucuman America/Argentina/Catamarca America/Catamarca
    America/Argentina/La_Rioja America/Argentina/San_Juan America/Argentina/Mendoza
    America/Mendoza America/Argentina/San_Luis America/Argentina/Rio_Gallegos
    America/Argentina/Ushuaia America/Argentina/ComodRivadavia America/Rosario`,
  AT: 'Europe/Vienna',
  AU: `
    Australia/Lord_Howe Antarctica/Macquarie Australia/Hobart Australia/Melbourne
    Australia/Sydney Australia/Broken_Hill Australia/Brisbane Australia/Lindeman
    Australia/Adelaide Australia/Darwin Australia/Perth Australia/Eucla Australia/ACT
    Australia/LHI Australia/NSW Australia/North Australia/Queensland Australia/South
    Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna Australia/Canberra
    Australia/Currie`,
  BD: 'Asia/Dhaka Asia/Dacca',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  BR: `
    America/Noronha America/Belem America/Fortaleza America/Recife America/Araguaina
    America/Maceio America/Bahia America/Sao_Paulo America/Campo_Grande America/Cuiaba
    America/Santarem America/Porto_Velho America/Boa_Vista America/Manaus America/Eirunepe
    America/Rio_Branco America/Porto_Acre`,
  CA: `
    America/St_Johns America/Halifax America/Glace_Bay America/Moncton America/Goose_Bay
    America/Blanc-Sablon America/Toronto America/Iqaluit America/Atikokan America/Coral_Harbour
    America/Winnipeg America/Resolute America/Rankin_Inlet America/Regina America/Swift_Current
    America/Edmonton America/Cambridge_Bay America/Inuvik America/Creston America/Dawson_Creek
    America/Fort_Nelson America/Whitehorse America/Dawson America/Vancouver America/Montreal
    America/Nipigon America/Pangnirtung America/Rainy_River America/Thunder_Bay
    America/Yellowknife`,
  CH: 'Europe/Zurich',
  CL: 'America/Santiago America/Coyhaique America/Punta_Arenas Pacific/Easter',
  CN: 'Asia/Shanghai Asia/Urumqi PRC Asia/Chongqing Asia/Harbin Asia/Kashgar Asia/Chungking',
  CO: 'America/Bogota',
  CY: 'Asia/Nicosia Asia/Famagusta Europe/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin Europe/Busingen',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  EG: 'Africa/Cairo Egypt',
  ES: 'Europe/Madrid Africa/Ceuta Atlantic/Canary',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London GB Europe/Belfast',
  GR: 'Europe/Athens',
  HK: 'Asia/Hong_Kong Hongkong',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  ID: 'Asia/Jakarta Asia/Pontianak Asia/Makassar Asia/Jayapura Asia/Ujung_Pandang',
  IE: 'Europe/Dublin Eire',
  IL: 'Asia/Jerusalem Israel Asia/Tel_Aviv',
  IN: 'Asia/Kolkata Asia/Calcutta',
  IS: 'Atlantic/Reykjavik Iceland',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo Japan',
  KE: 'Africa/Nairobi',
  KR: 'Asia/Seoul ROK',
  LK: 'Asia/Colombo',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MT: 'Europe/Malta',
  MX: `
    America/Mexico_City America/Cancun America/Merida America/Monterrey America/Matamoros
    America/Chihuahua America/Ciudad_Juarez America/Ojinaga America/Mazatlan
    America/Bahia_Banderas America/Hermosillo America/Tijuana America/Ensenada
    America/Santa_Isabel`,
  MY: 'Asia/Kuala_Lumpur Asia/Kuching',
  NG: 'Africa/Lagos',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  NP: 'Asia/Kathmandu Asia/Katmandu',
  NZ: 'Pacific/Auckland Pacific/Chatham NZ',
  PH: 'Asia/Manila',
  PK: 'Asia/Karachi',
  PL: 'Europe/Warsaw Poland',
  PT: 'Europe/Lisbon Atlantic/Madeira Atlantic/Azores Portugal',
  RO: 'Europe/Bucharest',
  RU: `
    Europe/Kaliningrad Europe/Moscow Europe/Kirov Europe/Volgograd Europe/Astrakhan
    Europe/Saratov Europe/Ulyanovsk Europe/Samara Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk
    Asia/Barnaul Asia/Tomsk Asia/Novokuznetsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Chita
    Asia/Yakutsk Asia/Khandyga Asia/Vladivostok Asia/Ust-Nera Asia/Magadan Asia/Sakhalin
    Asia/Srednekolymsk Asia/Kamchatka Asia/Anadyr`,
  SA: 'Asia/Riyadh',
  SE: 'Europe/Stockholm',
  SG: 'Asia/Singapore Singapore',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  TH: 'Asia/Bangkok',
  TR: 'Europe/Istanbul Turkey Asia/Istanbul',
  TW: 'Asia/Taipei ROC',
  UA: 'Europe/Kyiv Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye',
  US: `
    America/New_York America/Detroit America/Kentucky/Louisville America/Louisville
    America/Kentucky/Monticello America/Indiana/Indianapolis America/Indianapolis
    America/Indiana/Vincennes America/Indiana/Winamac America/Indiana/Marengo
    America/Indiana/Petersburg America/Indiana/Vevay America/Chicago America/Indiana/Tell_City
    America/Indiana/Knox America/Menominee America/North_Dakota/Center
    America/North_Dakota/New_Salem America/North_Dakota/Beulah America/Denver America/Boise
    America/Phoenix America/Los_Angeles America/Anchorage America/Juneau America/Sitka
    America/Metlakatla America/Yakutat America/Nome America/Adak Pacific/Honolulu US/Eastern
    US/Central US/Mountain US/Pacific US/Alaska US/Hawaii America/Knox_IN America/Atka
    America/Fort_Wayne America/Shiprock Pacific/Johnston`,
  VN: 'Asia/Ho_Chi_Minh Asia/Saigon',
  ZA: 'Africa/Johannesburg',
};
