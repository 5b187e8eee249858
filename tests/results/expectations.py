"""What a person finds who reads the real files: platform, header, size, kinds, codes for no answer, personal columns.

Written from the files themselves, their code lists and what their publishers say; the program was not asked.
"""

from typing import NamedTuple


class Found(NamedTuple):
    """A file's format, its platform, the row of its header (0 for none), the rows that explain it, columns and rows."""

    format: str
    platform: str
    header: int
    labels: int
    columns: int
    rows: int


Q = "Qualtrics"
FILES = {
    "exports/foreign_electric.sav": Found("SAV", "SPSS", 0, 0, 13, 240),
    "exports/foreign_pbc.sav": Found("SAV", "SPSS", 0, 0, 20, 418),
    "exports/haven_datetime.sav": Found("SAV", "SPSS", 0, 0, 3, 2),
    "exports/haven_labelled-num-na.sav": Found("SAV", "SPSS", 0, 0, 1, 2),
    "exports/haven_labelled-num.sav": Found("SAV", "SPSS", 0, 0, 1, 1),
    "exports/haven_notes.dta": Found("DTA", "Stata", 0, 0, 4, 5),
    "exports/haven_umlauts.sav": Found("SAV", "SPSS", 0, 0, 1, 4),
    "exports/pyreadstat_sample.sav": Found("SAV", "SPSS", 0, 0, 7, 5),
    "exports/pyreadstat_sample.zsav": Found("ZSAV", "SPSS", 0, 0, 7, 5),
    "exports/pyreadstat_sample_missing.sav": Found("SAV", "SPSS", 0, 0, 7, 7),
    "exports/pyreadstat_simple_alltypes.sav": Found("SAV", "SPSS", 0, 0, 12, 6),
    "exports/googleforms_fi_2021_results.tsv": Found("CSV", "Google Forms", 1, 0, 14, 500),
    "exports/googleforms_fi_2021_results.xlsx": Found("XLSX", "Google Forms", 1, 0, 14, 500),
    "exports/googleforms_fi_2023_results-en.tsv": Found("CSV", "Google Forms", 1, 0, 26, 59),
    "exports/googleforms_fi_2023_results-fi.tsv": Found("CSV", "Google Forms", 1, 0, 26, 896),
    "exports/googleforms_fi_2023_results-fi.xlsx": Found("XLSX", "Google Forms", 1, 0, 26, 896),
    "exports/limesurvey_998192.csv": Found("CSV", "LimeSurvey", 1, 0, 71, 7),
    "exports/qualtrics_Better_Sample_Survey.csv": Found("CSV", Q, 1, 2, 59, 10),
    "exports/qualtrics_Multiple_Answer_Matrix_Questions (Insights).csv": Found("CSV", Q, 1, 2, 75, 5),
    "exports/qualtrics_Multiple_Answer_Matrix_Questions.csv": Found("CSV", Q, 1, 1, 74, 5),
    "exports/qualtrics_No_Basis_for_Evaluation (Insights).csv": Found("CSV", Q, 1, 2, 49, 15),
    "exports/qualtrics_Sample_Survey (Insights).csv": Found("CSV", Q, 1, 2, 190, 5),
    "exports/qualtrics_Sample_Survey.csv": Found("CSV", Q, 1, 1, 189, 5),
    "exports/qualtrics_Single_Answer_MC_Questions (Insights).csv": Found("CSV", Q, 1, 2, 20, 5),
    "exports/qualtrics_Single_Answer_MC_Questions.csv": Found("CSV", Q, 1, 1, 19, 5),
    "exports/qualtrics_sample_legacy.csv": Found("CSV", Q, 1, 1, 15, 1),
    "exports/surveymonkey_StarWars.csv": Found("CSV", "SurveyMonkey", 1, 1, 38, 1186),
    "exports/surveymonkey_steak-risk-survey.csv": Found("CSV", "SurveyMonkey", 1, 1, 15, 550),
    "exports/surveymonkey_weather-check.csv": Found("CSV", "SurveyMonkey", 1, 0, 9, 928),
    "exports/surveymonkey_api_bulk.json": Found("JSON", "SurveyMonkey", 0, 0, 13, 2),
    "exports/typeform_2016_new_coders_part1.csv": Found("CSV", "Typeform", 1, 0, 51, 15653),
    "surveys/2011_SFO_Customer_Survey_20250817.csv": Found("CSV", "", 1, 0, 68, 3872),
    "surveys/2013_SFO_Customer_Survey_20250817.csv": Found("CSV", "", 1, 0, 95, 3535),
    "surveys/2015_SFO_Customer_Survey_20250817.csv": Found("CSV", "", 1, 0, 88, 2958),
    "surveys/2017_SFO_Customer_Survey_20250817.csv": Found("CSV", "", 1, 0, 97, 2831),
    "surveys/airline_passenger_satisfaction_test.csv": Found("CSV", "", 1, 0, 23, 38847),
    "surveys/bart_customer_satisfaction_2018.csv": Found("CSV", "", 1, 0, 8, 6),
    "event_logs/02_teleclaims.xes.gz": Found("XES", "XES", 0, 0, 10, 46138),
    "event_logs/08_receipt.xes.gz": Found("XES", "XES", 0, 0, 15, 8577),
    "event_logs/bupar_patients.csv": Found("CSV", "", 1, 0, 6, 5442),
    "event_logs/example_log.csv": Found("CSV", "", 1, 0, 6, 23),
    "event_logs/example_log.jsonocel": Found("JSON", "OCEL", 0, 0, 8, 23),
    "event_logs/interval_event_log.csv": Found("CSV", "", 1, 0, 4, 8109),
    "event_logs/retentioneering_ecom.csv.gz": Found("CSV", "", 1, 0, 8, 31106),
    "event_logs/running_example.csv": Found("CSV", "", 1, 0, 5, 42),
    "event_logs/running_example.xes": Found("XES", "XES", 0, 0, 7, 42),
    "odd_files/calamine/any_sheets.xlsx": Found("XLSX", "", 0, 0, 2, 4),
    "odd_files/calamine/date.ods": Found("ODS", "", 0, 0, 2, 4),
    "odd_files/calamine/date.xls": Found("XLS", "", 0, 0, 2, 3),
    "odd_files/calamine/date.xlsx": Found("XLSX", "", 0, 0, 2, 3),
    "odd_files/calamine/date_1904.xlsx": Found("XLSX", "", 0, 0, 2, 3),
    "odd_files/calamine/empty_sheet.xlsx": Found("XLSX", "", 0, 0, 0, 0),
    "odd_files/calamine/errors.xlsx": Found("XLSX", "", 0, 0, 0, 0),
    "odd_files/calamine/header-row.xlsx": Found("XLSX", "", 9, 0, 4, 1),
    "odd_files/calamine/inventory-table.xlsx": Found("XLSX", "", 1, 0, 3, 4),
    "odd_files/calamine/merge_cells.xlsx": Found("XLSX", "", 1, 0, 3, 1),
    "odd_files/calamine/temperature.xlsx": Found("XLSX", "", 1, 0, 2, 2),
    "odd_files/clevercsv/imdb.csv": Found("CSV", "", 1, 0, 44, 100),
    "odd_files/clevercsv/milk.csv": Found("CSV", "", 1, 0, 23, 379),
    "odd_files/csv-spectrum/comma_in_quotes.csv": Found("CSV", "", 1, 0, 5, 1),
    "odd_files/csv-spectrum/comma_in_quotes.json": Found("JSON", "", 0, 0, 5, 1),
    "odd_files/csv-spectrum/empty_crlf.csv": Found("CSV", "", 1, 0, 3, 2),
    "odd_files/csv-spectrum/empty_crlf.json": Found("JSON", "", 0, 0, 3, 2),
    "odd_files/csv-spectrum/json.csv": Found("CSV", "", 1, 0, 2, 1),
    "odd_files/csv-spectrum/json.json": Found("JSON", "", 0, 0, 2, 1),
    "odd_files/csv-spectrum/newlines.csv": Found("CSV", "", 1, 0, 3, 3),
    "odd_files/csv-spectrum/newlines.json": Found("JSON", "", 0, 0, 3, 3),
    "odd_files/csv-spectrum/quotes_and_newlines.csv": Found("CSV", "", 1, 0, 2, 2),
    "odd_files/csv-spectrum/quotes_and_newlines.json": Found("JSON", "", 0, 0, 2, 2),
    "odd_files/csv-spectrum/simple_crlf.csv": Found("CSV", "", 1, 0, 3, 1),
    "odd_files/csv-spectrum/simple_crlf.json": Found("JSON", "", 0, 0, 3, 1),
    "odd_files/csvkit/bad.csv": Found("CSV", "", 1, 0, 4, 3),
    "odd_files/csvkit/mac_newlines.csv": Found("CSV", "", 1, 0, 3, 2),
    "odd_files/csvkit/null_byte.csv": Found("CSV", "", 1, 0, 3, 1),
    "odd_files/csvkit/sheets.xlsx": Found("XLSX", "", 1, 0, 8, 5),
    "odd_files/csvkit/test_empty_columns.csv": Found("CSV", "", 1, 0, 3, 2),
    "odd_files/csvkit/test_header_newline.csv": Found("CSV", "", 1, 0, 3, 1),
    "odd_files/csvkit/test_latin1.csv": Found("CSV", "", 1, 0, 3, 2),
    "odd_files/csvkit/test_locale.csv": Found("CSV", "", 1, 0, 3, 1),
    "odd_files/csvkit/test_locale_converted.csv": Found("CSV", "", 1, 0, 3, 1),
    "odd_files/messytables/begrotingsanalyse-2011.csv": Found("CSV", "", 4, 0, 14, 39),
    "odd_files/messytables/characters.csv": Found("CSV", "", 1, 0, 18, 382),
    "odd_files/messytables/complex.csv": Found("CSV", "", 1, 0, 4, 3),
    "odd_files/messytables/example.tsv": Found("CSV", "", 1, 0, 17, 140),
    "odd_files/messytables/excel_pasting.csv": Found("CSV", "", 4, 0, 9, 16),
    "odd_files/messytables/long.csv": Found("CSV", "", 1, 0, 1, 3999),
    "odd_files/messytables/null.csv": Found("CSV", "", 0, 0, 4, 10),
    "odd_files/messytables/simple.xlsx": Found("XLSX", "", 1, 0, 3, 6),
    "odd_files/messytables/span_rich.xls": Found("XLS", "", 1, 0, 4, 5),
    "odd_files/messytables/unicode_sheet_name.xls": Found("XLS", "", 1, 0, 1, 0),
    "odd_files/messytables/utf8bom.csv": Found("CSV", "", 1, 0, 2, 0),
    "odd_files/readxl/dates-1900-LibreOffice.xlsx": Found("XLSX", "", 0, 0, 5, 1),
    "odd_files/readxl/deaths.xlsx": Found("XLSX", "", 5, 0, 6, 14),
    "odd_files/readxl/geometry.xlsx": Found("XLSX", "", 3, 0, 4, 3),
    "odd_files/readxl/iris-google-doc.xlsx": Found("XLSX", "", 1, 0, 5, 150),
    "odd_files/readxl/missing-values-xlsx.xlsx": Found("XLSX", "", 1, 0, 3, 3),
    "odd_files/readxl/skipping.xlsx": Found("XLSX", "", 3, 0, 2, 2),
    "odd_files/readxl/texty-dates-xlsx.xlsx": Found("XLSX", "", 1, 0, 1, 2),
    "odd_files/readxl/type-me.xlsx": Found("XLSX", "", 1, 0, 2, 10),
    "odd_files/readxl/unnamed-duplicated-columns.xlsx": Found("XLSX", "", 1, 0, 4, 2),
    "odd_files/readxl/utf8-sheet-names.xlsx": Found("XLSX", "", 1, 0, 1, 1),
}
QUESTIONNAIRES = ("exports/qualtrics_Better_Sample_Survey.qsf", "exports/surveymonkey_api_details.json")

S17, S15, S13, S11 = (f"surveys/{year}_SFO_Customer_Survey_20250817.csv" for year in (2017, 2015, 2013, 2011))
AIR, BART = "surveys/airline_passenger_satisfaction_test.csv", "surveys/bart_customer_satisfaction_2018.csv"
STAR, WEATHER = "exports/surveymonkey_StarWars.csv", "exports/surveymonkey_weather-check.csv"
FI21 = "exports/googleforms_fi_2021_results.tsv"
NO_BASIS = "exports/qualtrics_No_Basis_for_Evaluation (Insights).csv"
ELECTRIC, PBC = "exports/foreign_electric.sav", "exports/foreign_pbc.sav"
ALLTYPES, MISSING = "exports/pyreadstat_simple_alltypes.sav", "exports/pyreadstat_sample_missing.sav"
FAVOURABLE = (
    "Please state whether you view the following characters favorably, unfavorably, or are unfamiliar with him/her."
)
SMARTWATCH = (
    "If you had a smartwatch (like the soon to be released Apple Watch), how likely or unlikely would you be to "
    "check the weather on that device?"
)

KINDS = {  # file, column: kind
    (S17, "RESPNUM"): "id", (S17, "NETPRO"): "scale", (S17, "Q7FOOD"): "scale", (S17, "WEIGHT"): "number",
    (S17, "DAY"): "choice", (S17, "AIRLINE"): "text", (S17, "DESTINATION"): "text",
    (S15, "RESPNUM"): "id", (S15, "Q7ALL"): "scale", (S15, "Q9ALL"): "scale",
    (S13, "Q7O_WHOLE"): "scale", (S11, "Q8N"): "scale",
    (AIR, "Gender"): "choice", (AIR, "Age"): "number", (AIR, "Flight_Distance"): "number",
    (AIR, "Seat_comfort"): "scale", (AIR, "satisfaction"): "choice",
    (BART, "Year"): "number", (BART, "Very Satisfied"): "number",
    (STAR, "RespondentID"): "id", (STAR, "Have you seen any of the 6 films in the Star Wars franchise?"): "choice",
    (STAR, f"{FAVOURABLE}: Han Solo"): "scale", (STAR, "Which character shot first?"): "choice",
    (STAR, "Gender"): "choice", (STAR, "Household Income"): "choice",
    (WEATHER, SMARTWATCH): "scale", (WEATHER, "Age"): "choice",
    (WEATHER, "A specific website or app (please provide the answer)"): "text",
    (FI21, "Timestamp"): "date", (FI21, "Rooli"): "text", (FI21, "Työaika (jos työsuhteessa)"): "number",
    (FI21, "Etänä vai paikallisesti?"): "choice",
    (NO_BASIS, "ResponseID"): "id", (NO_BASIS, "StartDate"): "date", (NO_BASIS, "Q1"): "scale",
    (NO_BASIS, "Q2_1"): "choice", (NO_BASIS, "IPAddress"): "empty",
    (ELECTRIC, "CASEID"): "id", (ELECTRIC, "DAYOFWK"): "choice", (ELECTRIC, "VITAL10"): "choice",
    (ELECTRIC, "AGE"): "number", (ELECTRIC, "FAMHXCVR"): "choice",
    (PBC, "STAGE"): "scale", (PBC, "SEX"): "choice", (PBC, "BILI"): "number",
    ("exports/pyreadstat_sample.sav", "mydate"): "date", ("exports/pyreadstat_sample.sav", "mylabl"): "choice",
    ("exports/haven_umlauts.sav", "var1"): "choice",
    ("exports/limesurvey_998192.csv", "Date started"): "date", ("exports/limesurvey_998192.csv", "Seed"): "number",
    ("exports/typeform_2016_new_coders_part1.csv", "#"): "id",
    ("exports/typeform_2016_new_coders_part1.csv", "EdX"): "choice",
    ("exports/typeform_2016_new_coders_part1.csv", "Start Date (UTC)"): "date",
    ("odd_files/readxl/iris-google-doc.xlsx", "Species"): "choice",
    ("odd_files/readxl/iris-google-doc.xlsx", "Sepal.Length"): "number",
    ("odd_files/messytables/simple.xlsx", "date"): "date",
    ("event_logs/running_example.xes", "time:timestamp"): "date",
    ("event_logs/running_example.csv", "activity"): "choice",
    ("event_logs/bupar_patients.csv", "registration_type"): "choice",
}  # fmt: skip

CODES = {  # file, column: values that probably are no answers (none for an empty set)
    (S17, "NETPRO"): {"11"}, (S17, "Q7FOOD"): {"0", "6"}, (S17, "Q9ALL"): {"0", "6"}, (S17, "Q7ALL"): {"Blank"},
    (S17, "Q10SAFE"): {"0"}, (S17, "DESTGEO"): set(), (S17, "DAY"): set(),
    (S15, "Q7ALL"): {"0", "6"}, (S13, "Q7O_WHOLE"): {"0", "6"}, (S11, "Q8N"): {"0", "6"}, (S11, "Q7"): {"0", "6"},
    (AIR, "Inflight_wifi_service"): {"0"}, (AIR, "Seat_comfort"): set(), (AIR, "satisfaction"): set(),
    (STAR, f"{FAVOURABLE}: Han Solo"): {"Unfamiliar (N/A)"}, (STAR, "Which character shot first?"): set(),
    (WEATHER, SMARTWATCH): {"-"}, (WEATHER, "Age"): {"-"},
    (WEATHER, "How much total combined money did all members of your HOUSEHOLD earn last year?"):
        {"-", "Prefer not to answer"},
    (NO_BASIS, "Q1"): {"-1"}, (NO_BASIS, "Q4_1"): {"-1", "-2"},
    (ELECTRIC, "DAYOFWK"): {"9"}, (ELECTRIC, "FIRSTCHD"): set(), (ELECTRIC, "AGE"): set(),
    (PBC, "SEX"): {"-9"}, (PBC, "STAGE"): {"-9"}, (PBC, "CHOL"): {"-9"}, (PBC, "AGE"): set(), (PBC, "STATUS"): set(),
    (MISSING, "mynum"): {"-1", "2500"}, (MISSING, "mylabl"): {"-1"}, (MISSING, "myord"): {"-1", "-3"},
    (ALLTYPES, "z"): {"-9", "999"}, (ALLTYPES, "y"): set(),
    ("exports/haven_labelled-num-na.sav", "VAR00002"): {"9"},
}  # fmt: skip

PERSONAL = {  # file: the columns that tell who somebody is
    NO_BASIS: {"IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "LocationLatitude",
               "LocationLongitude"},
    "exports/qualtrics_sample_legacy.csv": {"V3", "V5", "V6", "LocationLatitude", "LocationLongitude"},
    "exports/typeform_2016_new_coders_part1.csv": {"Network ID"},
    "exports/surveymonkey_api_bulk.json": {"ip_address", "email_address", "first_name", "last_name", "custom_value"},
    S17: set(), AIR: set(), STAR: set(), WEATHER: set(), FI21: set(),
}  # fmt: skip
