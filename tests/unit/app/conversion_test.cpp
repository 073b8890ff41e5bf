// From a lead to clients and a deal; the two modes; enquiries of known clients.
#include "unit/app/workspace_fixture.h"

namespace leadkeep::app {

TEST_SUITE("conversion") {
    namespace {

    RecordRef add_full_lead(WorkspaceFixture& fixture) {
        return fixture.add("Terrace", {{"phone", "mobile", "8 912 000-11-22"}, {"email", "work", "anna@example.com"}},
                           {{"first_name", "Anna"},
                            {"last_name", "Sokolova"},
                            {"company_name", "Vector LLC"},
                            {"amount", "182000 RUB"},
                            {"comments", "Wants oak"},
                            {"city", "Perm"},
                            {"need", "shade"}});
    }

    // What the lead became, by kind; nil where nothing.
    Uuid became(WorkspaceFixture& fixture, RecordRef lead, Entity entity) {
        for (auto const& one : fixture.view(lead).linked)
            if (one.entity == entity) return one.id;
        return {};
    }

    }  // namespace

    TEST_CASE_FIXTURE(WorkspaceFixture, "a lead becomes a contact, a company and a deal in one step") {
        run(SetSetting{"country", "\"RU\""});
        auto const lead = add_full_lead(*this);
        run(AddNote{lead, "Met at the fair"});
        auto const outcome = run(ConvertLead{{lead.id}});
        CHECK(outcome.message == "Converted to contact, company, deal");
        REQUIRE(outcome.made);
        REQUIRE(outcome.made->entity == Entity::deal);
        auto const deal = view(*outcome.made);
        CHECK(deal.title == "Terrace");
        CHECK(field(deal.record, "amount").values == std::vector<Value>{int64_t{18'200'000}, std::string("RUB")});
        CHECK(field(deal.record, "comments").text == "Wants oak");
        CHECK(titles(deal_stage("new"), Board::deals) == Texts{"Terrace"});
        CHECK(workspace->card_face(deal.record).who_and_how == "Vector LLC · Anna Sokolova");

        RecordRef const contact{Entity::contact, became(*this, lead, Entity::contact)},
            company{Entity::company, became(*this, lead, Entity::company)};
        CHECK(view(contact).title == "Anna Sokolova");
        REQUIRE(view(contact).channels.size() == 2);
        CHECK(view(contact).channels[0].link == "tel:+79120001122");
        CHECK(field(contact, "city").text == "Perm");
        CHECK(view(company).title == "Vector LLC");
        auto const connected = view(contact).linked;
        CHECK(std::count(connected.begin(), connected.end(), company) == 1);

        CHECK(titles(lead_stage("quality")) == Texts{"Terrace"});
        CHECK(view(lead).state == RecordView::State::converted);
        CHECK(workspace->card_face(lead).who_and_how == "→ deal, contact, company");
        CHECK(pills(lead)[0] == "Converted Mar 15");
        CHECK(became(*this, deal.record, Entity::lead) == lead.id);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "the deal's timeline goes on with the lead's") {
        auto const lead = add_full_lead(*this);
        run(AddNote{lead, "Met at the fair"});
        auto const deal = *run(ConvertLead{{lead.id}}).made;
        auto const told = history(deal);
        CHECK(std::count(told.begin(), told.end(), "Note: Met at the fair") == 1);
        CHECK(std::count(told.begin(), told.end(), "Came from a lead: Terrace") == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "what was planned with a lead is done at its deal") {
        auto const lead = add_full_lead(*this);
        run(AddActivity{lead, "call", "Ask", test_now_ms + test_day_ms});
        auto const deal = *run(ConvertLead{{lead.id}}).made;
        CHECK(view(lead).open_activities.empty());
        REQUIRE(view(deal).open_activities.size() == 1);
        CHECK(view(deal).open_activities[0].subject == "Ask");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a conversion is taken back by one undo, and done again by one redo") {
        auto const lead = add_full_lead(*this);
        run(ConvertLead{{lead.id}});
        run(Undo{});
        CHECK(titles(lead_stage("new")) == Texts{"Terrace"});
        CHECK(view(lead).state == RecordView::State::open);
        CHECK(workspace->count(Entity::contact) == 0);
        CHECK(workspace->count(Entity::company) == 0);
        CHECK(workspace->board(Board::deals).total == 0);
        run(Redo{});
        CHECK(workspace->board(Board::deals).total == 1);
        CHECK(workspace->clients(Entity::contact).size() == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a lead is converted once") {
        auto const lead = add_full_lead(*this);
        run(ConvertLead{{lead.id}});
        CHECK(refusal(ConvertLead{{lead.id}}) == "“Terrace” is converted already. Its card names what it became.");
        CHECK(workspace->board(Board::deals).total == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture,
                      "a client who is known by phone is linked, not doubled, and gets what is new of the channels") {
        run(SetSetting{"country", "\"RU\""});
        auto const first = add_full_lead(*this);
        run(ConvertLead{{first.id}});
        auto const second = add("Roof", {{"phone", "work", "+7 (912) 000 11 22"}, {"email", "home", "new@example.com"}},
                                {{"company_name", "VECTOR llc"}});
        auto const outcome = run(ConvertLead{{second.id}});
        CHECK(outcome.message == "Converted to known contact, known company, deal");
        CHECK(workspace->clients(Entity::contact).size() == 1);
        CHECK(workspace->clients(Entity::company).size() == 1);
        RecordRef const contact{Entity::contact, workspace->clients(Entity::contact)[0]};
        CHECK(view(contact).channels.size() == 3);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "only what is chosen is made, and something must be") {
        auto const lead = add_full_lead(*this);
        CHECK(refusal(ConvertLead{{lead.id}, false, false, false}).find("Choose") != std::string::npos);
        run(ConvertLead{{lead.id}, true, false, false});
        CHECK(workspace->count(Entity::contact) == 1);
        CHECK(workspace->count(Entity::company) == 0);
        CHECK(workspace->board(Board::deals).total == 0);
        auto const nameless = add("No company");
        CHECK(refusal(ConvertLead{{nameless.id}, false, true, false}).find("No company is named") != std::string::npos);
        CHECK(titles(lead_stage("new")) == Texts{"No company"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "the form's title, amount, company and stage win over the lead's") {
        auto const lead = add_full_lead(*this);
        ConvertLead command{{lead.id}};
        command.deal_title = "Terrace, stage one";
        command.amount_minor = 100;
        command.currency = "EUR";
        command.company_name = "Other Ltd";
        command.deal_stage = deal_stage("preparation");
        auto const deal = *run(command).made;
        CHECK(titles(deal_stage("preparation"), Board::deals) == Texts{"Terrace, stage one"});
        CHECK(field(deal, "amount").values == std::vector<Value>{int64_t{100}, std::string("EUR")});
        CHECK(field(deal, "company_id").text == "Other Ltd");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "in simple mode an enquiry becomes contact, company and deal at once") {
        run(SwitchMode{Mode::simple, OpenLeads::keep});
        CHECK(workspace->mode() == Mode::simple);
        auto const deal = add_full_lead(*this);
        REQUIRE(deal.entity == Entity::deal);
        CHECK(titles(deal_stage("new"), Board::deals) == Texts{"Terrace"});
        CHECK(workspace->clients(Entity::contact).size() == 1);
        CHECK(workspace->client_face({Entity::contact, workspace->clients(Entity::contact)[0]}).name == "Anna Sokolova");
        CHECK(workspace->clients(Entity::company).size() == 1);
        CHECK(workspace->board(Board::leads).total == 0);
        // A deal has no field for the need: the timeline keeps it.
        auto const told = history(deal);
        CHECK(std::any_of(told.begin(), told.end(),
                          [](auto const& one) { return one.find("Need: shade") != std::string::npos; }));
        run(Undo{});
        CHECK(workspace->clients(Entity::contact).empty());
        CHECK(workspace->board(Board::deals).total == 0);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "in simple mode a company is made only where one is named") {
        run(SwitchMode{Mode::simple, OpenLeads::keep});
        add("Roof", {{"phone", "mobile", "+7 912 000-11-22"}}, {{"first_name", "Ivan"}});
        CHECK(workspace->clients(Entity::contact).size() == 1);
        CHECK(workspace->clients(Entity::company).empty());
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "open leads are named before the switch, and kept untouched when so chosen") {
        auto const open = add("Open"), lost = add("Lost");
        run(MoveCard{lost, lead_stage("junk"), {}, {}, loss_reason_id("price"), {}});
        auto const preview = workspace->open_leads_preview();
        CHECK(preview.count == 1);
        CHECK(preview.titles == Texts{"Open"});
        run(SwitchMode{Mode::simple, OpenLeads::keep});
        CHECK(workspace->board(Board::deals).total == 0);
        run(SwitchMode{Mode::classic, OpenLeads::keep});
        CHECK(titles(lead_stage("new")) == Texts{"Open"});
        CHECK(titles(lead_stage("junk")) == Texts{"Lost"});
        CHECK(history(open).size() == 1);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture,
                      "the switch converts all open leads when so chosen, and one undo takes it all back") {
        for (auto const* title : {"A", "B", "C"}) add(title, {{"email", "work", std::string(title) + "@example.com"}});
        auto const outcome = run(SwitchMode{Mode::simple, OpenLeads::convert});
        CHECK(outcome.message == "3 leads converted; simple mode");
        CHECK(workspace->board(Board::deals).total == 3);
        CHECK(workspace->count(Entity::contact) == 3);
        CHECK(workspace->open_leads_preview().count == 0);
        run(Undo{});
        CHECK(workspace->mode() == Mode::classic);
        CHECK(workspace->board(Board::deals).total == 0);
        CHECK(workspace->count(Entity::contact) == 0);
        CHECK(titles(lead_stage("new")) == Texts{"C", "B", "A"});
    }

    TEST_CASE_FIXTURE(WorkspaceFixture,
                      "an enquiry of someone with an open lead is added to that lead, and nothing of it is lost") {
        run(SetSetting{"country", "\"RU\""});
        auto const lead = add("Terrace", {{"phone", "mobile", "8 912 000-11-22"}});
        auto const again = add("Roof", {{"phone", "mobile", "+7 912 000 11 22"}, {"email", "work", "anna@example.com"}},
                               {{"first_name", "Anna"}});
        CHECK(again == lead);
        CHECK(workspace->board(Board::leads).total == 1);
        CHECK(view(lead).title == "Terrace");
        CHECK(field(lead, "first_name").text == "Anna");
        CHECK(view(lead).channels.size() == 2);
        CHECK(history(lead)[0].find("Title: Roof") != std::string::npos);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture,
                      "an enquiry of a known client makes a repeat lead; after a won deal its deal is a repeat deal") {
        auto const first = add_full_lead(*this);
        auto const deal = *run(ConvertLead{{first.id}}).made;
        auto const second = add("Fence", {{"email", "work", " ANNA@example.com"}});
        CHECK(second.id != first.id);
        CHECK(field(second, "repeat").text == "Yes");
        CHECK(field(second, "contact_id").text == "Anna Sokolova");
        auto const shown = pills(second);
        CHECK(std::count(shown.begin(), shown.end(), "Repeat") == 1);
        move(deal, deal_stage("won"));
        auto const next = *run(ConvertLead{{second.id}}).made;
        CHECK(field(next, "repeat").text == "Yes");
        CHECK(workspace->clients(Entity::contact).size() == 1);
    }

}  // TEST_SUITE

}  // namespace leadkeep::app
