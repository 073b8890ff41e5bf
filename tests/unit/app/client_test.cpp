// Contacts and companies that a person adds without an enquiry.
#include "unit/app/workspace_fixture.h"

namespace leadkeep::app {

TEST_SUITE("clients") {
    TEST_CASE_FIXTURE(WorkspaceFixture, "a contact is added with its fields, ways to reach, tags and a company of its own") {
        AddClient command;
        command.texts = {{"first_name", "Anna"}, {"last_name", "Orlova"}, {"job_title", "Buyer"}, {"comments", "Calls on Mondays"}};
        command.channels = {{"phone", "work", "+7 900 000-12-34"}, {"email", "work", "  "}};
        command.tags = {"oak"};
        command.company_name = "Vector";
        auto const outcome = run(command);
        REQUIRE(outcome.made);
        CHECK(outcome.message == "“Anna Orlova” added");
        auto const contact = *outcome.made;
        CHECK(contact.entity == Entity::contact);
        CHECK(field(contact, "job_title").text == "Buyer");
        CHECK(field(contact, "comments").text == "Calls on Mondays");
        CHECK(view(contact).channels.size() == 1);
        CHECK(view(contact).tags == Texts{"oak"});
        auto const face = workspace->client_face(contact);
        CHECK(face.beside == "Vector");
        CHECK(face.phone == "+7 900 000-12-34");
        CHECK(workspace->clients(Entity::company).size() == 1);

        run(Undo{});
        CHECK(workspace->clients(Entity::contact).empty());
        CHECK(workspace->clients(Entity::company).empty());
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a second contact of the same company joins it, and one that is known already is told") {
        run(AddClient{.texts = {{"first_name", "Anna"}}, .channels = {{"phone", "work", "8 900 000 12 34"}}, .company_name = "ООО «Вектор»"});
        auto const outcome = run(AddClient{.texts = {{"first_name", "Ann"}}, .channels = {{"phone", "mobile", "+79000001234"}}, .company_name = "ООО \"Вектор\""});
        CHECK(workspace->clients(Entity::company).size() == 1);
        CHECK(workspace->clients(Entity::contact).size() == 2);
        CHECK(outcome.message == "“Ann” added; “Anna” looks like the same client");
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "a company is added; another of its name is told") {
        auto const outcome = run(AddClient{.entity = Entity::company, .texts = {{"name", "Vector"}, {"industry", "Steel"}}});
        REQUIRE(outcome.made);
        CHECK(field(*outcome.made, "industry").text == "Steel");
        auto const again = run(AddClient{.entity = Entity::company, .texts = {{"name", "VECTOR"}}});
        CHECK(again.message == "“VECTOR” added; “Vector” looks like the same client");
        CHECK(workspace->clients(Entity::company).size() == 2);
    }

    TEST_CASE_FIXTURE(WorkspaceFixture, "nobody can't be added") {
        CHECK(refusal(AddClient{.channels = {{"phone", "work", " "}}}) == "Type a name, a phone or an e-mail first.");
        CHECK(refusal(AddClient{.entity = Entity::company, .channels = {{"phone", "work", "+7 900 000-12-34"}}}) == "Type the company's name first.");
        CHECK(workspace->clients(Entity::contact).empty());
        CHECK(workspace->clients(Entity::company).empty());
    }
}

}  // namespace leadkeep::app
