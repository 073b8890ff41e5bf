// A card's fields, channels, notes and face.
#include <set>

#include "app/fields.h"
#include "app/lists.h"
#include "domain/catalog.h"
#include "unit/app/workspace_fixture.h"

namespace leadkeep::app {

TEST_SUITE("card") {
    TEST_CASE_FIXTURE(WorkspaceFixture, "a field is changed, and the timeline tells from what to what") {
        auto const lead = add("Roof");
        CHECK(run(SetFieldText{lead, "title", "  Roof repair "}).can_undo == Outcome::CanUndo::yes);
        CHECK(view(lead).title == "Roof repair");
        CHECK(history(lead)[0] == "Title: Roof → Roof repair");
        run(SetFieldText{lead, "amount", "182000 RUB"});
        CHECK(field(lead, "amount").values == std::vector<Value>{int64_t{18'200'000}, std::string("RUB")});
        run(Undo{});
        CHECK(field(lead, "amount").text == "");
        CHECK(view(lead).title == "Roof repair");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "the tags of all records are known, each once, in alphabetical order") {
        CHECK(workspace->known_tags().empty());
        auto const roof = add("Roof"), terrace = add("Terrace");
        run(SetTags{roof, {"VIP", "срочно"}});
        run(SetTags{terrace, {"vip", "Partner"}});
        CHECK(workspace->known_tags() == Texts{"Partner", "VIP", "срочно"});
        run(Undo{});
        CHECK(workspace->known_tags() == Texts{"VIP", "срочно"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "managers have a colour each while there are enough, and a new one changes nobody's") {
        std::vector<RecordRef> leads;
        std::vector<uint32_t> colours;
        for (uint32_t i = 1; i < person_colours; ++i) {  // the first one is the person at this device
            platform::headless::set_fixed_clock(test_now_ms + i);
            auto const manager = *run(AddManager{"Manager " + std::to_string(i)}).made;
            leads.push_back(add("Lead"));
            run(SetField{leads.back(), {"manager_id", {manager.id}}});
            for (size_t k = 0; k < colours.size(); ++k) CHECK(workspace->card_face(leads[k]).manager_colour_seed == colours[k]);
            colours.push_back(workspace->card_face(leads.back()).manager_colour_seed);
        }
        CHECK(std::set<uint32_t>(colours.begin(), colours.end()).size() == colours.size());
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "what is shown in a field can be typed back unchanged") {
        auto const lead = add(
            "Roof", {},
            {{"amount", "1250.50 EUR"}, {"birth_date", "1980-05-17"}, {"in_person", "yes"}, {"postponed_until", ""}});
        run(SetField{lead, {"source_id", {source_id("website").uuid}}});
        for (auto const language : {Language::english, Language::russian}) {
            set_language(language);
            for (auto const* name : {"title", "amount", "birth_date", "in_person", "source_id"}) {
                auto const shown = field(lead, name);
                REQUIRE(shown.text != "");
                auto const read = workspace->read_field(Entity::lead, {name, shown.text});
                REQUIRE_MESSAGE(read, shown.text);
                CHECK_MESSAGE(read->values == shown.values, shown.text);
            }
        }
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "every field of a lead can be filled and reads back") {
        auto const lead = add("Full");
        int filled = 0;
        for (auto const& section : workspace->blank_form(Entity::lead))
            for (auto const& one : section.fields) {
                std::string text = "Value";
                if (one.kind == FieldKind::date) text = "2027-01-31";
                if (one.kind == FieldKind::money) text = "12.34 EUR";
                if (one.kind == FieldKind::flag) text = "yes";
                if (one.kind == FieldKind::choice) {
                    REQUIRE_FALSE(one.choices.empty());
                    text = one.choices.front().text;
                }
                run(SetFieldText{lead, one.register_name, text});
                CHECK_MESSAGE(field(lead, one.register_name).text != "", one.register_name);
                ++filled;
            }
        CHECK(filled >= 35);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a value that makes no sense is refused with a sentence and changes nothing") {
        auto const lead = add("Roof", {}, {{"amount", "5 EUR"}});
        CHECK(refusal(SetFieldText{lead, "amount", "many"}) ==
              "“many” is not an amount. Type a number, such as 1250.50.");
        CHECK(refusal(SetField{lead, {"amount", {int64_t{-1}, std::string("EUR")}}}) == "An amount can't be negative.");
        CHECK(refusal(SetFieldText{lead, "birth_date", "31.02.2020"}).find("needs a date") != std::string::npos);
        CHECK(refusal(SetFieldText{lead, "source_id", "Pigeon"}).find("none of the choices") != std::string::npos);
        CHECK(refusal(SetField{lead, {"number", {std::string("X-1")}}}).find("no field") != std::string::npos);
        CHECK(refusal(SetField{lead, {"stage", {Uuid{}, int64_t{0}}}}).find("no field") != std::string::npos);
        CHECK(refusal(SetField{lead, {"amount", {}}}).find("can't hold") != std::string::npos);
        CHECK(refusal(SetField{lead, {"amount", {int64_t{1}, std::string("euro")}}}).find("no currency") !=
              std::string::npos);
        CHECK(refusal(SetFieldText{lead, "title", std::string(5000, 'x')}).find("too long") != std::string::npos);
        CHECK(
            refusal(SetFieldText{{Entity::lead, uuid_v5(leadkeep_space, "nobody")}, "title", "x"}).find("not there") !=
            std::string::npos);
        CHECK(field(lead, "amount").values == std::vector<Value>{int64_t{500}, std::string("EUR")});
        CHECK(history(lead).size() == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "setting a field to what it is makes no event and nothing to undo") {
        auto const lead = add("Roof");
        auto const outcome = run(SetFieldText{lead, "title", "Roof"});
        CHECK(outcome.can_undo == Outcome::CanUndo::no);
        CHECK(history(lead).size() == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture,
                      "a phone is kept as typed and shown so, and opens the dialler by its normal form") {
        run(SetSetting{"country", "\"RU\""});
        auto const lead = add("Roof", {{"phone", "mobile", "8 (900) 000-12-34 доб. 5"}});
        auto const channels = view(lead).channels;
        REQUIRE(channels.size() == 1);
        CHECK(channels[0].shown == "8 (900) 000-12-34 доб. 5");
        CHECK(channels[0].type_name == "mobile");
        CHECK(channels[0].link == "tel:+79000001234");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "channels are added, changed and removed, and an empty one is not") {
        auto const lead = add("Roof");
        CHECK(view(lead).reach_warning == "No way to reach");
        CHECK(pills(lead)[0] == "No way to reach");
        run(SetChannel{lead, std::nullopt, {"email", "work", " Anna@Example.com "}});
        auto const mail = view(lead).channels.at(0);
        CHECK(mail.shown == "Anna@Example.com");
        CHECK(mail.link == "mailto:anna@example.com");
        CHECK(view(lead).reach_warning == "");
        run(SetChannel{lead, mail.id, {"email", "home", "anna@home.example"}});
        CHECK(view(lead).channels.at(0).shown == "anna@home.example");
        CHECK(history(lead)[0] == "E-mail: Anna@Example.com → anna@home.example");
        run(SetChannel{lead, mail.id, {"email", "home", ""}});
        CHECK(view(lead).channels.empty());
        run(Undo{});
        CHECK(view(lead).channels.size() == 1);
        run(SetChannel{lead, std::nullopt, {"phone", "work", "  "}});
        CHECK(view(lead).channels.size() == 1);
        CHECK(refusal(SetChannel{lead, std::nullopt, {"pigeon", "work", "x"}}).find("kind of channel") !=
              std::string::npos);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "someone who came in person can be reached without a channel") {
        auto const lead = add("Fair");
        run(SetFieldText{lead, "in_person", "yes"});
        CHECK(view(lead).reach_warning == "");
        CHECK(workspace->card_face(lead).who_and_how == "Came in person");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a face says who it is and the best way to reach them") {
        auto const lead = add("Roof", {{"email", "work", "ivan@example.com"}, {"phone", "mobile", "+7 900 000-12-34"}},
                              {{"first_name", "Ivan"}, {"last_name", "Petrov"}, {"company_name", "Vector"}});
        CHECK(workspace->card_face(lead).who_and_how == "Ivan Petrov · +7 900 000-12-34");
        auto const company = add("Light", {}, {{"company_name", "Vector LLC"}, {"first_name", "Oleg"}});
        CHECK(workspace->card_face(company).who_and_how == "Vector LLC · Oleg");
        // A name that is the title already is not said twice.
        auto const person = add("Ivan Petrov", {{"phone", "mobile", "+7 900 000-55-66"}}, {{"first_name", "Ivan"}, {"last_name", "Petrov"}});
        CHECK(workspace->card_face(person).who_and_how == "+7 900 000-55-66");
        CHECK(workspace->card_face(lead).manager_name == "Me");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a face shows what is urgent first, two things at most") {
        auto const lead = add("Roof", {{"phone", "mobile", "+7 900 000-12-34"}});
        CHECK(pills(lead) == Texts{"No next step"});
        run(AddActivity{lead, "call", "Ask", test_now_ms + 3'600'000});
        CHECK(pills(lead) == Texts{"Call today 1:00 PM"});
        CHECK(workspace->card_face(lead).pills[0].tone == Tone::good);
        later(3 * 3'600'000);
        CHECK(pills(lead) == Texts{"Call overdue 2 h"});
        CHECK(workspace->card_face(lead).pills[0].tone == Tone::bad);
        run(FinishActivity{view(lead).open_activities.at(0).id, "Wants oak"});
        CHECK(pills(lead) == Texts{"No next step"});
        CHECK(history(lead)[0] == "Call done: Ask\nWants oak");
        later(10 * test_day_ms);
        CHECK(pills(lead) == Texts{"10 days in stage", "No next step"});
        CHECK(workspace->card_face(lead).days_in_stage == 10);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a call that was made without a plan stands in the timeline, with its length") {
        auto const lead = add("Roof", {{"phone", "mobile", "+7 900 000-12-34"}});
        run(LogActivity{lead, "call", "Wants oak", Direction::outgoing, 6});
        CHECK(history(lead)[0] == "Outgoing call, 6 min: Wants oak");
        CHECK(view(lead).timeline[0].kind == "call");
        CHECK(view(lead).open_activities.empty());
        run(LogActivity{lead, "meeting", "", Direction::none, 90});
        CHECK(history(lead)[0] == "Meeting done, 90 min");
        CHECK(refusal(LogActivity{lead, "call", "", Direction::incoming, -1}) == "A duration is between 0 and 10080 minutes.");
        CHECK(refusal(LogActivity{lead, "party", ""}) == "There is no such kind of activity: party.");
        run(Undo{});
        CHECK(view(lead).open_activities.empty());
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "days are those of the viewer's zone") {
        auto const lead = add("Roof");
        platform::headless::set_fixed_clock(test_now_ms + 12 * 3'600'000 + 60'000);  // 00:01 in UTC+3
        CHECK(workspace->card_face(lead).days_in_stage == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a note stands first in the timeline") {
        auto const lead = add("Roof");
        later(1000);
        run(AddNote{lead, "Called back\nin the evening"});
        CHECK(history(lead)[0] == "Note: Called back\nin the evening");
        CHECK(view(lead).timeline[0].when_and_who == "today 12:00 PM · Me");
        CHECK(view(lead).open_activities.empty());
        CHECK(pills(lead) == Texts{"No way to reach", "No next step"});
        CHECK(refusal(AddNote{lead, " \n "}) == "Write the note first.");
        run(Undo{});
        auto const told = history(lead);
        CHECK(std::none_of(told.begin(), told.end(), [](auto const& one) { return one.starts_with("Note:"); }));
        run(Redo{});
        CHECK(view(lead).timeline.size() >= 2);
        auto const again = history(lead);
        CHECK(std::count(again.begin(), again.end(), "Note: Called back\nin the evening") == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "tags are added by name, once, whatever their letter case") {
        auto const lead = add("Roof");
        run(SetTags{lead, {"Warm", "warm ", "fair"}});
        auto tags = view(lead).tags;
        std::sort(tags.begin(), tags.end());
        CHECK(tags == Texts{"Warm", "fair"});
        run(SetTags{lead, {"fair"}});
        CHECK(view(lead).tags == Texts{"fair"});
        run(SetTags{lead, {"fair", "Warm"}});
        CHECK(view(lead).tags.size() == 2);
        run(Undo{});
        CHECK(view(lead).tags == Texts{"fair"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "the score grows with what is known, and its lines add up to it") {
        auto const bare = add("Bare");
        auto const known =
            add("Known", {{"phone", "mobile", "+7 900 000-12-34"}, {"email", "work", "a@b.example"}},
                {{"first_name", "Anna"}, {"budget", "confirmed"}, {"need", "terrace"}, {"city", "Perm"}});
        CHECK(view(known).score > view(bare).score);
        CHECK(workspace->card_face(known).score == view(known).score);
        int sum = 0;
        for (auto const& line : view(known).score_lines) sum += std::stoi(line.substr(line.find(": ") + 2));
        CHECK(sum == view(known).score);
        int const fresh = view(bare).score;
        later(40 * test_day_ms);
        CHECK(view(bare).score < fresh);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a manager is added by name and then can be chosen") {
        auto const lead = add("Roof");
        auto const made = run(AddManager{"Anna Orlova"}).made;
        REQUIRE(made);
        CHECK(run(AddManager{"anna orlova"}).made == made);
        run(SetField{lead, {"manager_id", {made->id}}});
        CHECK(workspace->card_face(lead).manager_initials == "AO");
        CHECK(field(lead, "manager_id").text == "Anna Orlova");
        run(RenameManager{workspace->me(), "Ivan"});
        CHECK(history(lead).front().find("Ivan → Anna Orlova") != std::string::npos);
        run(SetField{lead, {"manager_id", {Uuid{}}}});
        CHECK(workspace->card_face(lead).manager_name == "");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "names that ship with the program follow the language") {
        set_language(Language::russian);
        CHECK(workspace->board(Board::leads).columns[0].stage.name == "Не обработан");
        auto const lead = add("");
        CHECK(view(lead).title.starts_with("Лид "));
        set_language(Language::english);
        CHECK(workspace->card_face(lead).title.starts_with("Lead "));
    }

    TEST_CASE("every field of a card names a register or a column of the catalogue, once") {
        for (Entity const entity : {Entity::lead, Entity::contact, Entity::company, Entity::deal}) {
            std::vector<std::string_view> seen;
            for (auto const& section : sections(entity))
                for (auto const& field : section.fields) {
                    bool known = false;
                    for (auto const& one : info(entity).registers) {
                        known = known || one.name == field.name;
                        for (auto const& column : one.columns) known = known || column.name == field.name;
                    }
                    CHECK_MESSAGE(known, field.name);
                    CHECK_MESSAGE(std::find(seen.begin(), seen.end(), field.name) == seen.end(), field.name);
                    seen.push_back(field.name);
                }
        }
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "an address that names no card shows none, and breaks nothing") {
        Uuid const nobody = uuid_v5(leadkeep_space, "nobody");
        for (int entity = 0; entity < static_cast<int>(Entity::count_); ++entity) {
            RecordRef const record{static_cast<Entity>(entity), nobody};
            CHECK_FALSE(workspace->record(record));
            CHECK(workspace->card_face(record).title == "");
            CHECK_FALSE(workspace->run(AddNote{record, "x"}));
            CHECK_FALSE(workspace->run(SetFieldText{record, "name", "x"}));
            CHECK_FALSE(workspace->run(Trash{{record}}));
        }
        CHECK_FALSE(workspace->record({Entity::manager, workspace->me().uuid}));
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "what was being typed is kept, and gone when it is dropped") {
        auto const lead = add("Roof");
        workspace->keep_draft(lead, "title", "Roof and");
        CHECK(workspace->draft(lead, "title") == "Roof and");
        CHECK(view(lead).title == "Roof");
        workspace->drop_draft(lead, "title");
        CHECK(workspace->draft(lead, "title") == "");
    }

}  // TEST_SUITE

}  // namespace leadkeep::app
