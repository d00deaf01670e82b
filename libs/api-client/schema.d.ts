// Generated from openapi.json by "npm run openapi". Do not edit.
export interface paths {
    "/api/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List absences
         * @description Who is away or will be, who stands in, and what that changes for flags and reminders.
         */
        get: operations["absences_list"];
        put?: never;
        /**
         * Add an absence
         * @description Flags and reminders go to the deputy from the first day to the last. Your own, or as a partner or admin that of a colleague.
         */
        post: operations["absences_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an absence
         * @description Flags and reminders go to the person again. Your own, or as a partner or admin that of a colleague.
         */
        delete: operations["absences_remove"];
        options?: never;
        head?: never;
        /**
         * Change an absence
         * @description Its days or its deputy. Your own, or as a partner or admin that of a colleague.
         */
        patch: operations["absences_change"];
        trace?: never;
    };
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show your own account
         * @description Name and address, since when the password holds, and the other firms this login works for.
         */
        get: operations["account_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your own name
         * @description Colleagues and emails show the new name at once. Role and office are changed by partners and admins.
         */
        patch: operations["account_rename"];
        trace?: never;
    };
    "/api/account/firm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch to another firm
         * @description From the next request on, this session is in another firm the same login works for.
         */
        post: operations["account_enterFirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your own password
         * @description Takes the current password as well. Ends every other session and every link that was sent, and tells the owner by email.
         */
        post: operations["account_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description Every device this login is signed in on, with the one that asks marked as current.
         */
        get: operations["account_listSessions"];
        put?: never;
        post?: never;
        /**
         * End all other sessions
         * @description Signs this login out everywhere but here and answers how many sessions ended.
         */
        delete: operations["account_endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions
         * @description That device is signed out from its next request on. Ending the current session signs you out.
         */
        delete: operations["account_endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List activities
         * @description What was logged about a search, a candidate, a contact or a client, newest first, including what has since been withdrawn. Leaves out what belongs to a search you may not see.
         */
        get: operations["activities_list"];
        put?: never;
        /**
         * Log an activity
         * @description What was said or done about a search, a candidate or a contact. A two-way conversation is progress and moves the clocks of the search. Colleagues who are mentioned are told once.
         */
        post: operations["activities_log"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct the text of an activity
         * @description The earlier text stays in its history, and no clock moves. For the person who logged it, partners and admins.
         */
        patch: operations["activities_correct"];
        trace?: never;
    };
    "/api/activities/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List versions of an activity
         * @description What it said before each change, and who changed it.
         */
        get: operations["activities_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an activity
         * @description It no longer counts, and the clocks stand where they would without it. For the person who logged it, partners and admins.
         */
        post: operations["activities_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a password reset
         * @description Sends a link to the address if there is a login for it. The answer is the same either way.
         */
        post: operations["auth_requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password by link
         * @description Takes the token from the link in the email, which works once and for one hour. Ends every session of the login and every other link.
         */
        post: operations["auth_resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Answers with the session cookie. A wrong address and a wrong password get the same answer; after too many attempts you have to wait.
         */
        post: operations["auth_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session and takes its cookie back. Without a session it does nothing.
         */
        post: operations["auth_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidacies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a candidacy
         * @description With its whole history: moves, corrections, activities, offers and interviews.
         */
        get: operations["pipeline_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidacies/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct the latest move
         * @description Voids the move with a fact of its own; stage, clocks and flags go back to where they were.
         */
        post: operations["pipeline_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidacies/{id}/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List interviews of a candidacy
         * @description All of them, held, cancelled or to come, latest first.
         */
        get: operations["interviews_ofCandidacy"];
        put?: never;
        /**
         * Set an interview
         * @description For an active candidate in a running search, with a start and an end in the future, at most a day apart. It counts as progress.
         */
        post: operations["interviews_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidacies/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a candidacy
         * @description To any other stage, forward or back, except those that follow from an offer. A move forward is progress and restarts the clocks.
         */
        post: operations["pipeline_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidacies/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an offer
         * @description Records that it was extended: the card moves to the offer stage and the market window stops. One at a time; for consultants, partners and admins.
         */
        post: operations["offers_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidacies/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a candidacy
         * @description With an outcome, who decided and why; it can be brought back. An outcome the client decided is recorded by a consultant, partner or admin.
         */
        post: operations["pipeline_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidacies/{id}/reactivation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a candidacy back
         * @description Removes the outcome; the candidacy is active again in the stage it was in. A placement cannot be undone here.
         */
        post: operations["pipeline_reactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List candidates
         * @description By name if no other order is asked for; `q` searches names, titles and employers. Newest first is `-added`.
         */
        get: operations["candidates_list"];
        put?: never;
        /**
         * Add a candidate
         * @description One record per person, however many searches they are in. A person who asked to be forgotten is refused unless a partner keeps them on purpose; one who shares an address, number or link with another record has to be confirmed.
         */
        post: operations["candidates_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the list of candidates
         * @description The list as a CSV file or as a workbook, filtered, sorted and with the columns as asked for (else those the list begins with), of one moment and of at most 20,000 rows. Who exported which list, with how many rows, is audited.
         */
        get: operations["sheets_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Select all candidates that match
         * @description Everyone the list would show, as the list is filtered and sorted, of one moment, and with the versions by which they are changed. 1,000 at most: `more` says that others match too.
         */
        get: operations["selections_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a candidate
         * @description With the market window, the Article 14 notice, and their candidacies in searches you may see.
         */
        get: operations["candidates_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a candidate
         * @description Fields left out stay as they are; null clears a field that may be empty.
         */
        patch: operations["candidates_edit"];
        trace?: never;
    };
    "/api/candidates/{id}/article-14": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the Article 14 notice
         * @description Whether the candidate was told that the firm keeps their data and why, is exempt, or is still to be told. Only partners and admins can exempt a candidate, and they give a reason.
         */
        post: operations["candidates_setArticle14"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List check-ins to come
         * @description In the searches you work on, by the day they are due.
         */
        get: operations["checkIns_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check-ins/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a check-in as done
         * @description With a note on what was said, if there is one.
         */
        post: operations["checkIns_done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check-ins/{id}/undone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a check-in again
         * @description One that was marked as done by mistake; its note stays.
         */
        post: operations["checkIns_undone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clients
         * @description By name if no other order is asked for; `q` searches names, domains and industries.
         */
        get: operations["clients_list"];
        put?: never;
        /**
         * Add a client
         * @description A hiring organisation, with its industry and country where they are known. Open to everybody at the firm.
         */
        post: operations["clients_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change several clients
         * @description The industry or the country of up to 100 in one transaction; what is refused (`refused`) stops no other. The answer says what was there (`before`): the same request with those values undoes it.
         */
        post: operations["clientChanges_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a change of several clients would do
         * @description The answer of the change itself, with nothing changed: which clients would be changed, and which would not and why.
         */
        post: operations["clientChanges_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the list of clients
         * @description The list as a CSV file or as a workbook, filtered, sorted and with the columns as asked for (else those the list begins with), of one moment and of at most 20,000 rows. Who exported which list, with how many rows, is audited.
         */
        get: operations["sheets_clients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Select all clients that match
         * @description All the list would show, as the list is filtered and sorted, of one moment, and with the versions by which they are changed. 1,000 at most: `more` says that others match too.
         */
        get: operations["selections_clients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a client
         * @description With its contacts and those of its searches that you may see.
         */
        get: operations["clients_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a client
         * @description Fields left out stay as they are; null clears a field that may be empty.
         */
        patch: operations["clients_edit"];
        trace?: never;
    };
    "/api/clients/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the calendar of a client
         * @description The days the client does not work, which its feedback clock skips.
         */
        get: operations["calendars_client"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the calendar of a client
         * @description Everything in one request makes one new version; future deadlines move, and nobody is notified again. For consultants, partners and admins.
         */
        patch: operations["calendars_editClient"];
        trace?: never;
    };
    "/api/clients/{id}/calendar/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Propose holidays for a client
         * @description The public holidays of its country in a year, and of a region of it if asked, to pick from; none where no country is recorded.
         */
        get: operations["calendars_clientProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/calendar/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of a client calendar
         * @description Who changed what and when, latest first.
         */
        get: operations["calendars_clientVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a contact to a client
         * @description A person on the client’s side. Mark the one who decides as `decision_maker`: the rule `decision_maker_silent` watches for conversations with them. Open to everyone at the firm; one who shares an address with another contact, at any client, has to be confirmed.
         */
        post: operations["clients_addContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{id}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a contact of a client
         * @description Name, role and address. The address of a person who asked to be forgotten is refused unless a partner keeps them on purpose.
         */
        patch: operations["clients_editContact"];
        trace?: never;
    };
    "/api/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a contact
         * @description A person on the client’s side: name, role and address, their client, and those of its searches that you may see. What was said with them is their timeline.
         */
        get: operations["contacts_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List erasures
         * @description The proof of every erasure, latest first. They name nobody. For partners and admins.
         */
        get: operations["erasures_list"];
        put?: never;
        /**
         * Erase a person
         * @description Takes a candidate or a contact out of every room in one transaction; it cannot be undone. For partners and admins, who type the name of the person to confirm.
         */
        post: operations["erasures_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the erasures
         * @description For partners and admins: the proofs, which name nobody, as a CSV file or as a workbook, with days and times of your office, of at most 20,000 rows. Who exported which list, with how many rows, is audited.
         */
        get: operations["logSheets_erasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/preview/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview an erasure
         * @description How many records an erasure would take out, by room and table. Changes nothing. For partners and admins.
         */
        get: operations["erasures_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an erasure
         * @description One proof: when, by whom, why, and how many records. For partners and admins.
         */
        get: operations["erasures_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export what is held about a person
         * @description One document to hand to the person: what you may see of their data, with sources, recipients and purposes. For partners and admins; that it was made is audited.
         */
        get: operations["erasures_exportOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the figures of the firm
         * @description Time to offer with its curve, placed by day 90 with what competes, placement rate by quarter of opening, offer acceptance, passthrough, time in stage, open searches by age and health, candidates lost to the market and load per lead, each with its unit, definition, interval and the searches it comes from, over the searches you may see: of everything, or of one lead, client, office, role or practice, and of the episodes opened in a period. docs/METRICS.md defines each.
         */
        get: operations["figures_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a figure
         * @description The table of one figure as a CSV file or as a workbook, over the searches you may see and of the episodes asked for, as the page shows it: numbers unrounded, shares from 0 to 1. Who exported which figure is audited.
         */
        get: operations["sheets_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/side-by-side": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Set two selections side by side
         * @description The time to offer of two selections with the log-rank test, each over the searches you may see: of everything, or of one lead, client, office, role or practice, and of the episodes opened in a period. docs/METRICS.md defines each. The second selection is asked for by the same words with `other` before them.
         */
        get: operations["figures_sideBySide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find by a few letters
         * @description The few searches, candidates and clients that match what is being typed, among those you may see.
         */
        get: operations["reports_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the first steps of a firm
         * @description What is there and what is left: offices with holidays to come, colleagues, a client, somebody there, a search you may see, an import. For partners and admins.
         */
        get: operations["firstSteps_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-steps/away": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the first steps away
         * @description For yourself alone, on every device; or call them back. For partners and admins.
         */
        put: operations["firstSteps_putAway"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the searches at an earlier moment
         * @description The running searches you may see as the rules saw them then, the worst first.
         */
        get: operations["flags_asOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change several flags
         * @description Acknowledges, snoozes, assigns, or takes that back, one flag after the other, 200 at most. What is refused is listed and stops no other.
         */
        post: operations["flags_changeAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge a flag
         * @description Says that someone knows, and why it has to wait; the flag is not escalated. For the team of the search, the person assigned to the flag, partners and admins.
         */
        post: operations["flags_acknowledge"];
        /**
         * Take an acknowledgement back
         * @description The flag is open to be taken in hand again. For the team of the search, the person assigned to the flag, partners and admins.
         */
        delete: operations["flags_takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign a flag
         * @description To a colleague who may see its search; null gives it back to the lead. For the team of the search, the person assigned to the flag, partners and admins.
         */
        post: operations["flags_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Snooze a flag
         * @description Out of sight until a day begins at the office, 60 days at most. For the team of the search, the person assigned to the flag, partners and admins.
         */
        post: operations["flags_snooze"];
        /**
         * End a snooze
         * @description Before its time. For the team of the search, the person assigned to the flag, partners and admins.
         */
        delete: operations["flags_wake"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a flag
         * @description How it was decided: the fact its clock runs from, the days counted, the rule and its limits.
         */
        get: operations["flags_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description Every import of the firm, latest first. For partners and admins.
         */
        get: operations["imports_list"];
        put?: never;
        /**
         * Start an import
         * @description Takes CSV files in and answers at once; a worker reads them, so ask for the run to see how far it is. With `check=true` nothing is kept. For partners and admins.
         */
        post: operations["imports_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an import
         * @description How far it is, file by file, with the first refused rows and why. For partners and admins.
         */
        get: operations["imports_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description One that waits never starts. One that runs stops: files that are done stay, and nothing is kept of the others. For partners and admins.
         */
        post: operations["imports_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/refusals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the refused rows
         * @description The refused rows of a file as CSV, written as the file came: its header, separator, encoding and line ends, with why each row was refused in front. Corrected, it is sent again as it is. For partners and admins.
         */
        get: operations["imports_refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List interviews to come
         * @description In the searches you work on, the next one first, between two moments if asked.
         */
        get: operations["interviews_upcoming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an interview
         * @description Times, place and people, until it is over.
         */
        patch: operations["interviews_change"];
        trace?: never;
    };
    "/api/interviews/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an interview for a calendar
         * @description As an iCalendar file. Contains names only for those who work on the search.
         */
        get: operations["interviews_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an interview
         * @description Before it begins. The interview still counts as progress: that it was set stays on record.
         */
        post: operations["interviews_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interviews/{id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore an interview
         * @description Undoes a cancellation, as long as the interview is not over.
         */
        post: operations["interviews_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Joins the firm and answers with the session cookie. A person who already has a password joins with it; anyone else chooses one here.
         */
        post: operations["invitations_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at an invitation
         * @description Which firm invites whom, and whether a password has to be chosen. Changes nothing, because email programs follow links by themselves.
         */
        post: operations["invitations_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an event of the email provider
         * @description Delivered, bounced or complained, signed by the provider, so nobody signs in. The address does not exist where `MAIL_WEBHOOK_SECRET` is not set.
         */
        post: operations["mailEvents_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List emails
         * @description Every email of the firm, newest first: to whom it went, what became of it, and each attempt. For partners and admins.
         */
        get: operations["mailLog_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the email log
         * @description For partners and admins. Filtered as asked for, as a CSV file or as a workbook, with days and times of your office, of at most 20,000 rows. Who exported which list, with how many rows, is audited.
         */
        get: operations["logSheets_mailLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-log/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count emails
         * @description How many emails wait, went out, failed or are uncertain, and how late they were. For partners and admins.
         */
        get: operations["mailLog_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-log/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Send emails to an address again
         * @description Ends a suppression: emails to the address had bounced, or its owner had asked for no more. For partners and admins.
         */
        delete: operations["mailLog_lift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-log/{id}/arrived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that an email arrived
         * @description Settles an uncertain email once someone knows that it arrived. For partners and admins.
         */
        post: operations["mailLog_arrived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-log/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an uncertain email again
         * @description At the risk of a second copy; answers the new email. For partners and admins.
         */
        post: operations["mailLog_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the emails
         * @description Every email this product sends, by name, with what it is for and who gets it.
         */
        get: operations["mailPreviews_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail-previews/{template}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview an email
         * @description How such an email looks, with simulated people and in your own time zone. Sends nothing.
         */
        get: operations["mailPreviews_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who is signed in
         * @description The user, their firm and office, and what their role allows, so that a page offers only what works.
         */
        get: operations["identity_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show your notification settings
         * @description Quiet hours, the time of the digest, and how each kind of reminder reaches you.
         */
        get: operations["notifications_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your notification settings
         * @description Applies from the next email on, also to what is already waiting.
         */
        patch: operations["notifications_change"];
        trace?: never;
    };
    "/api/me/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your reminders
         * @description What you were to be reminded of, latest first, each with what became of its email.
         */
        get: operations["reminders_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/reminders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export your reminders
         * @description Everything you were reminded of, as a CSV file or as a workbook, with days and times of your office, of at most 20,000 rows. Who exported which list, with how many rows, is audited.
         */
        get: operations["logSheets_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/reminders/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark reminders as seen
         * @description Those named, or all of yours if none is named; answers how many are left.
         */
        post: operations["reminders_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/reminders/unseen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count your unseen reminders
         * @description For the number beside the bell.
         */
        get: operations["reminders_unseen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/newcomers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a list of people
         * @description In one transaction: makes a record for each person who is new, and with `searchId` puts everybody into that search. Who cannot be added is listed under `refused` with the code that adding them alone would have, and stops nobody else.
         */
        post: operations["newcomers_addAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/newcomers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a list of people
         * @description What would become of each line of a pasted list: new, known already, in the search already, twice in the list, or refused, with the sentence a form would say. Values may be as they were typed; nothing is written.
         */
        post: operations["newcomers_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offers/{id}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List check-ins of an offer
         * @description All check-ins of one placement, done and to come.
         */
        get: operations["checkIns_ofOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offers/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the answer to an offer
         * @description An acceptance places the candidate and closes the search; after a refusal the candidate may get another offer. For consultants, partners and admins.
         */
        post: operations["offers_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offers/{id}/start-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set the start date of a placement
         * @description Once it is agreed, or when it moves; check-ins that are not done follow it. For consultants, partners and admins.
         */
        patch: operations["offers_setStartDate"];
        trace?: never;
    };
    "/api/offers/{id}/taking-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an acceptance back
         * @description For a placement that fell through: the candidacy ends with the outcome given, and the search stays closed. For consultants, partners and admins.
         */
        post: operations["offers_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the offices
         * @description Every office of the firm with its country and time zone. Open to everybody at the firm.
         */
        get: operations["identity_listOffices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the calendar of an office
         * @description Time zone, working days and holidays. The working-day clocks of its searches run by them.
         */
        get: operations["calendars_office"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the calendar of an office
         * @description Everything in one request makes one new version; future deadlines move, and nobody is notified again. For partners and admins.
         */
        patch: operations["calendars_editOffice"];
        trace?: never;
    };
    "/api/offices/{id}/calendar/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Propose holidays for an office
         * @description The public holidays of its country and region in a year, to pick from. Nothing is added by itself.
         */
        get: operations["calendars_officeProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offices/{id}/calendar/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of an office calendar
         * @description Who changed what and when, latest first.
         */
        get: operations["calendars_officeVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show pipeline health
         * @description The running searches you may see by health and with reasons, the windows closing this week, who stalls most by consultant, client and office, and the time to offer against the market; of everything, or of one lead, office, client or role.
         */
        get: operations["reports_pipelineHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline-health.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download pipeline health as PDF
         * @description The same figures with every running search (the 500 most pressing, where there are more) on sheets of A4, in your own time zone.
         */
        get: operations["reports_pipelineHealthPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipeline-health/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what changed since last Monday
         * @description How many searches were stalled, at risk, on track and on hold as the last Monday before today began in your zone, by the facts up to then, and which searches have become stalled, recovered, been put on hold, opened, placed or closed since; over the searches you may see today, with the names of today.
         */
        get: operations["reports_pipelineHealthChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the limits of the firm
         * @description The limits of the firm and of each role: what applies, and whether the firm, the role or nobody set it.
         */
        get: operations["policies_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/firm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the limits of the firm
         * @description Applies to every search without a role or search limit of its own, from the next check on. For partners and admins; null takes a limit back to its default.
         */
        patch: operations["policies_editFirm"];
        trace?: never;
    };
    "/api/policies/firm/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of the limits of the firm
         * @description Who changed what and when, latest first.
         */
        get: operations["policies_firmVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/roles/{roleKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the limits of a role
         * @description Applies to every search for this role that does not override it. For partners and admins; null takes a limit back to that of the firm.
         */
        patch: operations["policies_editRole"];
        trace?: never;
    };
    "/api/policies/roles/{roleKey}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of the limits of a role
         * @description Who changed what and when, latest first.
         */
        get: operations["policies_roleVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List regions with holidays of their own
         * @description The regions of a country to choose from, where public holidays differ. Open to everybody.
         */
        get: operations["regions_regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/role-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the roles a search can be for
         * @description Each with the title, the letters of its references and the brief a search for it starts with; and those that are archived.
         */
        get: operations["roleTemplates_list"];
        put?: never;
        /**
         * Add a role template
         * @description A role the firm searches for. Its key is made of its title and stays. For partners and admins.
         */
        post: operations["roleTemplates_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/role-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a role template
         * @description Or archive it and bring it back. Searches that were opened from it keep what they took. For partners and admins.
         */
        patch: operations["roleTemplates_edit"];
        trace?: never;
    };
    "/api/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show sample data
         * @description A simulated firm beside your own, made within seconds, with searches that stall today: one of each firm, so who asks again is answered with the same. Switch to it with `POST /api/account/firm`; no email is ever sent for it. For partners and admins.
         */
        post: operations["sample_show"];
        /**
         * Take the sample data away
         * @description Removes the simulated firm with everything in it, also what was added to it; whoever looks at it is back in their own firm. Changes nothing where there is none. For partners and admins, from either firm.
         */
        delete: operations["sample_takeAway"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List searches
         * @description Those you may see, newest first if no other order is asked for, by status, health, lead, client, office or role if asked.
         */
        get: operations["searches_list"];
        put?: never;
        /**
         * Open a search
         * @description Starts with the brief of its role and a reference of its own. For consultants, partners and admins; anyone who makes it confidential joins its team.
         */
        post: operations["searches_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a confidential search as an admin
         * @description Puts an admin on its team, with a reason, and gives everyone on the team a task that says so. For anyone else, the search does not exist.
         */
        post: operations["breakGlass_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the list of searches
         * @description The searches you may see as a CSV file or as a workbook, with days of your office, filtered, sorted and with the columns as asked for (else those the list begins with), of one moment and of at most 20,000 rows. Who exported which list, with how many rows, is audited.
         */
        get: operations["sheets_searches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the leads of several searches
         * @description Up to 100 in one transaction; what is refused (`refused`) stops no other. For the lead of each, partners and admins; whoever led a search before stays on its team. The answer names the lead before: the same request with those leads undoes it, where whoever asks may still change it and those people still work here.
         */
        post: operations["leads_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/leads/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a change of leads would do
         * @description The answer of the change itself, with nothing changed: which searches would be handed over, and which would not and why.
         */
        post: operations["leads_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Select all searches that match
         * @description Those you may see, as the list is filtered and sorted, of one moment, and with the versions by which they are changed. 1,000 at most: `more` says that others match too. `name` is the title.
         */
        get: operations["selections_searches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a search
         * @description With its brief, team, holds and health, and what you may do next.
         */
        get: operations["searches_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a search
         * @description For consultants, partners and admins. Only its lead, partners and admins change lead, team and confidentiality; a former lead stays on the team.
         */
        patch: operations["searches_edit"];
        trace?: never;
    };
    "/api/searches/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the board of a search
         * @description Its stages with every active candidate, their clocks and flags, and what you may do with each card.
         */
        get: operations["pipeline_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/briefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List versions of a brief
         * @description Who wrote which version and when: the role template it began with, and each edit of the criteria. For whoever may see the search.
         */
        get: operations["briefs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/briefs/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a version of a brief
         * @description Its criteria as they were then, in order of weight.
         */
        get: operations["briefs_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/candidacies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a candidate to a search
         * @description Starts a candidacy in the first stage, or in the one given short of an offer.
         */
        post: operations["pipeline_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a search
         * @description With a coded reason; its flags are cleared and its clocks stop. A placement closes it by itself. For consultants, partners and admins.
         */
        post: operations["searches_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ended candidacies
         * @description The candidacies of a search that have an outcome, latest first.
         */
        get: operations["pipeline_ended"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the figures of a search
         * @description Of the episode that runs or ran last: its age, and on whose desk its days were spent (firm, client, candidate, on hold), for the search and for everybody who came into play; and how long they stood in each stage, in working days against its budget. docs/METRICS.md defines each. For whoever may see the search.
         */
        get: operations["desks_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/flag-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every flag a search had
         * @description Newest first, with when and why each was cleared.
         */
        get: operations["flags_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the open flags of a search
         * @description Each with its sentence, basis and evidence, and who has it in hand.
         */
        get: operations["flags_openFlags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a search on hold
         * @description Working-day clocks pause until it is resumed; market windows go on. For consultants, partners and admins.
         */
        post: operations["searches_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the team of a search
         * @description Takes you off the team and nobody else. The lead hands the search over first.
         */
        post: operations["searches_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the limits of a search
         * @description What applies to this search, and whether the search, its role, the firm or nobody set it.
         */
        get: operations["policies_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the limits of a search
         * @description Applies to this search alone. For its lead, partners and admins; null takes a limit back.
         */
        patch: operations["policies_editSearch"];
        trace?: never;
    };
    "/api/searches/{id}/policy/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of the limits of a search
         * @description Who changed what and when, latest first.
         */
        get: operations["policies_searchVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen a search
         * @description Starts a new episode with a fresh clock; active candidacies stay where they are. For consultants, partners and admins.
         */
        post: operations["searches_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a search
         * @description Ends its hold; the working-day clocks go on from where they stood. For consultants, partners and admins.
         */
        post: operations["searches_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/searches/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what would change
         * @description Which flags and windows would change with other limits or an event to come. Saves nothing.
         */
        post: operations["flags_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who may found a firm here
         * @description Whether this installation takes new firms, and whether the first one is still to be set up.
         */
        get: operations["signUp_state"];
        put?: never;
        /**
         * Sign up a firm
         * @description Sends a link to the address; nothing is made before it is followed. The answer is the same for every address.
         */
        post: operations["signUp_signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-up/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a sign-up
         * @description Makes the firm with its first office, the default stages and its first user, an admin.
         */
        post: operations["signUp_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-up/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up the first firm
         * @description Takes the token of the link that the api prints when it starts, so only the person who runs the installation can do it, and only once.
         */
        post: operations["signUp_setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-up/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a sign-up
         * @description What the link in the email is for, and whether a password has to be chosen. Changes nothing.
         */
        post: operations["signUp_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the stages
         * @description The stages of the firm in the order of its process, each of a fixed kind, and those that are archived.
         */
        get: operations["stages_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the stages
         * @description Add, rename, reorder, archive and bring back in one request, which makes one new version; boards and clocks follow. For partners and admins.
         */
        patch: operations["stages_edit"];
        trace?: never;
    };
    "/api/stages/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of the stages
         * @description Who changed what and when, latest first.
         */
        get: operations["stages_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description Open ones first, by due moment: of a search, a candidate or a contact, or your own if none is named.
         */
        get: operations["tasks_list"];
        put?: never;
        /**
         * Add a task
         * @description For yourself or a colleague, about a search, a candidate, a contact or nothing. A confidential search gives tasks to its team only.
         */
        post: operations["tasks_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description Title, due moment and assignee of a task that is not done.
         */
        patch: operations["tasks_edit"];
        trace?: never;
    };
    "/api/tasks/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a task as done
         * @description Anyone who may see the task may do so; its reminder is no longer sent.
         */
        post: operations["tasks_done"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/{id}/undone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a task again
         * @description One that was marked as done by mistake.
         */
        post: operations["tasks_undone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a timeline
         * @description What happened in a search, with a candidate, with a contact or with a client, newest first: what was logged, moves, interviews, offers, outcomes, and the opening, holds and closing of searches. What was corrected, withdrawn or called off is marked. Leaves out what belongs to a search you may not see.
         */
        get: operations["timeline_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show today's work
         * @description What needs you today, in groups and in the order the market windows run out; the snoozed flags instead if asked. A page is of rows: the flags of one candidacy, or of one search itself, stand together.
         */
        get: operations["today_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export today
         * @description What needs you today, a row for each flag, in the order of the day, or those put off if asked for, as a CSV file or as a workbook, with days and times of your office, of at most 20,000 rows. Who exported which list, with how many rows, is audited.
         */
        get: operations["logSheets_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at an unsubscribe link
         * @description Which kind of email it is about. Changes nothing, because email programs follow links by themselves.
         */
        get: operations["unsubscribe_look"];
        /**
         * Unsubscribe or subscribe again
         * @description The button of the page, and its undo, for the one kind of email the link is about.
         */
        put: operations["unsubscribe_choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List colleagues
         * @description Everybody who works or worked at the firm, with open invitations, and what you may do with each of them.
         */
        get: operations["users_list"];
        put?: never;
        /**
         * Invite a colleague
         * @description Sends an invitation by email; for partners and admins, and only an admin makes another admin. The person is in the firm at once and can sign in once they have followed the link.
         */
        post: operations["users_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a colleague
         * @description Name and office, for partners and admins; the role, for admins. Nobody changes their own role, and the firm keeps one admin at least.
         */
        patch: operations["users_change"];
        trace?: never;
    };
    "/api/users/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a colleague
         * @description Ends their access at once and hands all their work over to the successor, in one step. For admins, who do not deactivate themselves or the last admin.
         */
        post: operations["users_deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview a hand-over
         * @description How much work a colleague has in hand, as far as you may know of it, and who would usually take it over. For admins.
         */
        get: operations["users_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again
         * @description Sends a new link; the previous one no longer works. For partners and admins.
         */
        post: operations["users_resend"];
        /**
         * Take an invitation back
         * @description The link no longer works and the person counts as having left. Anything an import gave them goes to the person who usually takes over. For partners and admins.
         */
        delete: operations["users_takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a colleague
         * @description They are back with the role and office they had; what was handed over stays where it is. For admins.
         */
        post: operations["users_reactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List views
         * @description Saved views of a list: your own, and those that are shared with the firm, by name; 200 at most, your own first of all.
         */
        get: operations["views_list"];
        put?: never;
        /**
         * Save a view
         * @description A list as it is looked at: its order, columns and filters, under a name. For yourself, or shared with the firm. What the rows are is asked anew each time, so everybody sees what they may see.
         */
        post: operations["views_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a view
         * @description Your own, or as a partner or admin a shared one.
         */
        delete: operations["views_remove"];
        options?: never;
        head?: never;
        /**
         * Change a view
         * @description Your own, or as a partner or admin a shared one.
         */
        patch: operations["views_change"];
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the process runs
         * @description Answers as long as the process can answer at all. For the supervisor that restarts it.
         */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the process can work
         * @description Answers when the database does and no shutdown has begun; 503 until then. For load balancers.
         */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unsubscribe with one click
         * @description Posted by the email program to the address in List-Unsubscribe (RFC 8058), which has no prefix.
         */
        post: operations["unsubscribe_oneClick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AbsenceAllowedDto: {
            change: boolean;
        };
        AbsenceDto: {
            allowed: components["schemas"]["AbsenceAllowedDto"];
            deputy: components["schemas"]["NamedDto"];
            /** @description What it changes, as a sentence. */
            effect: string;
            /** Format: date */
            firstDay: string;
            /** Format: uuid */
            id: string;
            /** Format: date */
            lastDay: string;
            /**
             * @description By the calendar of the person's office.
             * @enum {string}
             */
            state: "coming" | "now" | "over";
            user: components["schemas"]["NamedDto"];
            version: number;
            /** @description A warning if the deputy is away too. */
            warning: string | null;
        };
        AbsenceListDto: {
            /** @description Coming, present, and those over for less than three months. */
            items: components["schemas"]["AbsenceDto"][];
        };
        AcceptInvitationDto: {
            /** @description A new one, or the existing one of a person who already signs in to another firm. */
            password: string;
            token: string;
        };
        AccountDto: {
            email: string;
            name: string;
            /** Format: date-time */
            passwordSince: string | null;
            version: number;
        };
        AccountSessionDto: {
            address: string | null;
            /** @description The session that makes this request. */
            current: boolean;
            /** @example Firefox on Windows */
            device: string;
            firmName: string | null;
            id: string;
            /** Format: date-time */
            lastUsedAt: string;
            /** Format: date-time */
            signedInAt: string;
        };
        AccountSessionListDto: {
            items: components["schemas"]["AccountSessionDto"][];
        };
        AcknowledgeDto: {
            /** @description Why it is waiting, for the next person who looks at the flag. */
            reason: string;
        };
        AcknowledgementDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["NamedDto"] | null;
            reason: string;
        };
        ActivityDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["NamedDto"] | null;
            /** @description The reader may correct or withdraw it. */
            changeable: boolean;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "call" | "email" | "meeting" | "interview" | "client_feedback" | "note" | "interview_set";
            /** @description Colleagues who are named in it. */
            mentions: components["schemas"]["NamedDto"][];
            text: string | null;
            version: number;
            /** @description Withdrawn: it no longer counts. */
            withdrawn: components["schemas"]["WithdrawalDto"] | null;
        };
        ActivityPageDto: {
            items: components["schemas"]["ListedActivityDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        ActivityVersionDto: {
            /** @enum {string} */
            change: "corrected" | "withdrawn";
            /** Format: date-time */
            changedAt: string;
            changedBy: components["schemas"]["NamedDto"] | null;
            reason: string | null;
            text: string | null;
            version: number;
        };
        ActivityVersionsDto: {
            items: components["schemas"]["ActivityVersionDto"][];
        };
        AddAbsenceDto: {
            /** Format: uuid */
            deputyUserId: string;
            /** Format: date */
            firstDay: string;
            /**
             * Format: date
             * @description The last day away, included.
             */
            lastDay: string;
            /**
             * Format: uuid
             * @description Who is away; yourself when left out.
             */
            userId?: string;
        };
        AddCandidacyDto: {
            /** Format: uuid */
            candidateId: string;
            /**
             * Format: uuid
             * @description The first stage if left out.
             */
            stageId?: string;
        };
        AddCandidateDto: {
            city?: string | null;
            /**
             * @description ISO 3166-1, two letters.
             * @example DE
             */
            country?: string | null;
            /**
             * @description Keeps a person who asked to be forgotten, and says why. For partners and admins. `somebody_else` keeps this record alone; the others lift the tombstone.
             * @enum {string}
             */
            despiteErasure?: "they_came_back" | "somebody_else" | "legal_duty";
            /** Format: email */
            email?: string | null;
            employer?: string | null;
            /**
             * Format: date
             * @description The day since which they have been in the market, if they said so.
             */
            inMarketSince?: string | null;
            /** @enum {string|null} */
            layer?: "inference_infrastructure" | "evaluation_reliability" | "product_execution" | "governance" | "research" | null;
            name: string;
            /** @example +49 30 901820 */
            phone?: string | null;
            /** Format: uri */
            profileUrl?: string | null;
            signals?: ("hyperscaler_alumni" | "phd" | "frontier_lab" | "big4_ai")[];
            /** @description How we came to know them. */
            source?: string | null;
            title?: string | null;
        };
        AddClientDto: {
            /**
             * @description ISO 3166-1, two letters.
             * @example DE
             */
            country?: string | null;
            /** @example northwind.example */
            domain?: string | null;
            industry?: string | null;
            name: string;
        };
        AddContactDto: {
            /**
             * @description Keeps a person who asked to be forgotten, and says why. For partners and admins. `somebody_else` keeps this record alone; the others lift the tombstone.
             * @enum {string}
             */
            despiteErasure?: "they_came_back" | "somebody_else" | "legal_duty";
            /** Format: email */
            email?: string | null;
            name: string;
            /** @enum {string} */
            role: "decision_maker" | "hr" | "board" | "other";
        };
        AddNewcomersDto: {
            /**
             * @example [
             *       {
             *         "email": "person@firm.example",
             *         "employer": "Simulated Robotics",
             *         "name": "Simulated Person"
             *       }
             *     ]
             */
            people: components["schemas"]["NewcomerDto"][];
            /**
             * Format: uuid
             * @description The search they are to be in.
             */
            searchId?: string;
            /**
             * Format: uuid
             * @description The stage they begin in; the first if left out.
             */
            stageId?: string;
        };
        AddRoleTemplateDto: {
            /**
             * @description The letters with which the references of its searches begin.
             * @example CAIO
             */
            code: string;
            /** @description What a new search starts with, by weight. */
            criteria: components["schemas"]["CriterionDto"][];
            /** @enum {string} */
            family: "leadership" | "infrastructure" | "research" | "governance" | "product";
            /** @example Head of Robotics */
            title: string;
        };
        AddTaskDto: {
            /**
             * Format: uuid
             * @description Yourself if left out.
             */
            assigneeId?: string;
            /** Format: uuid */
            candidateId?: string;
            /** Format: uuid */
            contactId?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: uuid */
            searchId?: string;
            title: string;
        };
        AddedNewcomerDto: {
            /** @description Which of the list, counted from 0. */
            at: number;
            /** @description Their candidacy, if a search was named. */
            candidacy: components["schemas"]["BegunDto"] | null;
            /** Format: uuid */
            candidateId: string;
            /** @description A record was made for them. */
            isNew: boolean;
        };
        AddedNewcomersDto: {
            items: components["schemas"]["AddedNewcomerDto"][];
            refused: components["schemas"]["RefusedAloneDto"][];
        };
        AgeBandDto: {
            atRisk: number;
            fromDay: number;
            onHold: number;
            onTrack: number;
            stalled: number;
            /** @description Null: and more. */
            toDay: number | null;
        };
        AllowedEditDto: {
            edit: boolean;
        };
        AllowedOnArticle14Dto: {
            exempt: boolean;
        };
        AllowedOnCandidateDto: {
            /** @description See, export and erase what is held about them. */
            erase: boolean;
        };
        AllowedOnCardDto: {
            /** @description Ids of the stages it may be moved to. */
            moveTo: string[];
            /** @description An offer may be extended: to one of a running search who has none that awaits its answer. */
            offer: boolean;
            /** @description None while an offer awaits its answer. */
            outcomes: ("withdrawn" | "rejected")[];
        };
        AllowedOnClientDto: {
            /** @description Correct the client and its contacts. */
            edit: boolean;
            /** @description See, export and erase what is held about a contact. */
            erase: boolean;
        };
        AllowedOnInterviewDto: {
            cancel: boolean;
            change: boolean;
            restore: boolean;
        };
        Article14Dto: {
            allowed: components["schemas"]["AllowedOnArticle14Dto"];
            /** Format: date-time */
            at: string | null;
            by: components["schemas"]["NamedDto"] | null;
            /**
             * Format: date
             * @description The last day to tell them.
             */
            dueOn: string;
            reason: string | null;
            /** @enum {string} */
            state: "due" | "sent" | "exempt";
        };
        AssignFlagDto: {
            /** @description Why, for whom it is assigned to. */
            reason?: string;
            /**
             * Format: uuid
             * @description Null gives it back to the lead.
             */
            userId: string | null;
        };
        AtAgeDto: {
            day: number;
            episodes: number;
        };
        BegunDto: {
            /** Format: uuid */
            id: string;
            version: number;
        };
        BoardAllowedDto: {
            addCandidates: boolean;
        };
        BoardDto: {
            cards: components["schemas"]["CardDto"][];
            endedCount: number;
            /** @description Who was placed, once the search ended with it. */
            placed: components["schemas"]["PlacedCandidacyDto"][];
            search: components["schemas"]["BoardSearchDto"];
            stages: components["schemas"]["StageDto"][];
        };
        BoardSearchDto: {
            allowed: components["schemas"]["BoardAllowedDto"];
            client: components["schemas"]["NamedDto"];
            /** @description Local days since the running episode opened. */
            day: number;
            /**
             * @description Null once it has closed and there is nothing to watch.
             * @enum {string|null}
             */
            health: "on_track" | "at_risk" | "stalled" | "on_hold" | null;
            /** Format: uuid */
            id: string;
            lead: components["schemas"]["NamedDto"];
            nextStep: string | null;
            /** @description The zone in which days are counted. */
            officeTimeZone: string;
            /** @description The sentence of the most pressing flag. */
            reason: string | null;
            /** @enum {string} */
            status: "draft" | "open" | "on_hold" | "offer" | "placed" | "closed";
            title: string;
        };
        BreakGlassDto: {
            /** @description Everybody on the team is told. */
            reason: string;
            /** @description Its reference or its id. Left out: every confidential search on whose team nobody can sign in. */
            search?: string;
        };
        BriefDto: {
            /** Format: date-time */
            at: string;
            /** @description Null if nobody knows any more. */
            by: components["schemas"]["NamedDto"] | null;
            /** @description In order of weight. */
            criteria: components["schemas"]["CriterionDto"][];
            version: number;
        };
        BriefVersionDto: {
            /** Format: date-time */
            at: string;
            /** @description Null if nobody knows any more. */
            by: components["schemas"]["NamedDto"] | null;
            version: number;
        };
        BriefVersionListDto: {
            /** @description The latest 50, the newest first. */
            items: components["schemas"]["BriefVersionDto"][];
        };
        CalendarHolidayDto: {
            /** Format: date */
            date: string;
            name: string | null;
        };
        CalendarVersionDto: {
            /** Format: date-time */
            at: string;
            /** @description Null if it came with an import or with the founding of the firm. */
            by: components["schemas"]["NamedDto"] | null;
            /** @description What differs from the previous version, one sentence each. */
            changes: string[];
            /** @description How many holidays it has. */
            holidays: number;
            version: number;
        };
        CalendarVersionListDto: {
            /** @description The latest 50, the newest first. */
            items: components["schemas"]["CalendarVersionDto"][];
        };
        CandidacyDto: {
            /** @description Newest first. */
            activities: components["schemas"]["ActivityDto"][];
            card: components["schemas"]["CardDto"];
            /** Format: date-time */
            endedAt: string | null;
            /** @description In the order they were made, voided ones too. */
            moves: components["schemas"]["MoveDto"][];
            offers: components["schemas"]["OfferSummaryDto"][];
            /** @enum {string|null} */
            outcome: "placed" | "withdrawn" | "rejected" | null;
            /** @enum {string|null} */
            outcomeBy: "firm" | "client" | "candidate" | null;
            outcomeReason: string | null;
            search: components["schemas"]["TitledDto"];
        };
        CandidacyOverviewDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            outcome: "placed" | "withdrawn" | "rejected" | null;
            search: components["schemas"]["TitledDto"];
            stageLabel: string;
            window: components["schemas"]["MarketWindowDto"] | null;
        };
        CandidacyWithOfferDto: {
            /** @description Newest first. */
            activities: components["schemas"]["ActivityDto"][];
            card: components["schemas"]["CardDto"];
            /** Format: date-time */
            endedAt: string | null;
            /** @description In the order they were made, voided ones too. */
            moves: components["schemas"]["MoveDto"][];
            /** Format: uuid */
            offerId: string;
            offers: components["schemas"]["OfferSummaryDto"][];
            /** @enum {string|null} */
            outcome: "placed" | "withdrawn" | "rejected" | null;
            /** @enum {string|null} */
            outcomeBy: "firm" | "client" | "candidate" | null;
            outcomeReason: string | null;
            search: components["schemas"]["TitledDto"];
        };
        CandidateDto: {
            /** @description Running searches that they are in and the reader may see. */
            activeSearches: number;
            allowed: components["schemas"]["AllowedOnCandidateDto"];
            /** @description Whether they were told that and why the firm keeps their data. */
            article14: components["schemas"]["Article14Dto"];
            /** @description In searches the reader may see, the latest first. */
            candidacies: components["schemas"]["CandidacyOverviewDto"][];
            city: string | null;
            country: string | null;
            email: string | null;
            employer: string | null;
            /** @description They asked to be forgotten, and nothing about them is kept. */
            erased: boolean;
            /** Format: uuid */
            id: string;
            /** Format: date */
            inMarketSince: string | null;
            /** @enum {string|null} */
            layer: "inference_infrastructure" | "evaluation_reliability" | "product_execution" | "governance" | "research" | null;
            name: string;
            phone: string | null;
            profileUrl: string | null;
            /** @description The id they had where they were imported from. */
            ref: string | null;
            signals: ("hyperscaler_alumni" | "phd" | "frontier_lab" | "big4_ai")[];
            source: string | null;
            title: string | null;
            version: number;
        };
        CandidateLabelDto: {
            employer: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            title: string | null;
        };
        CandidatePageDto: {
            items: components["schemas"]["CandidateRowDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        CandidateRowDto: {
            /** @description Running searches that they are in and the reader may see. */
            activeSearches: number;
            city: string | null;
            country: string | null;
            employer: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string|null} */
            layer: "inference_infrastructure" | "evaluation_reliability" | "product_execution" | "governance" | "research" | null;
            name: string;
            /** @description The id they had where they were imported from. */
            ref: string | null;
            signals: ("hyperscaler_alumni" | "phd" | "frontier_lab" | "big4_ai")[];
            source: string | null;
            title: string | null;
            version: number;
        };
        CardDto: {
            allowed: components["schemas"]["AllowedOnCardDto"];
            candidate: components["schemas"]["CandidateLabelDto"];
            /** @description Local days, weekends included. */
            daysInStage: number;
            flags: components["schemas"]["CardFlagDto"][];
            /**
             * Format: uuid
             * @description The version of the candidacy that was read.
             */
            id: string;
            /** Format: uuid */
            stageId: string;
            /** Format: date-time */
            stageSince: string;
            version: number;
            /** @description Null until the first two-way contact. */
            window: components["schemas"]["MarketWindowDto"] | null;
        };
        CardFlagDto: {
            /** Format: uuid */
            id: string;
            nextStep: string;
            rule: string;
            sentence: string;
            /** @enum {string} */
            severity: "watch" | "stalled";
        };
        ChangeAbsenceDto: {
            /** Format: uuid */
            deputyUserId?: string;
            /** Format: date */
            firstDay?: string;
            /** Format: date */
            lastDay?: string;
            /** @description The version that was read. */
            version: number;
        };
        ChangeClientsDto: {
            /**
             * @description Each client at most once.
             * @example [
             *       {
             *         "clientId": "01890a5d-ac96-774b-bcce-b302099a8057",
             *         "industry": "Robotics",
             *         "version": 3
             *       }
             *     ]
             */
            changes: components["schemas"]["ClientChangeDto"][];
        };
        ChangeFlagsDto: {
            /**
             * @example [
             *       {
             *         "flagId": "01890a5d-ac96-774b-bcce-b302099a8057",
             *         "reason": "The client is away until Monday",
             *         "verb": "acknowledge"
             *       }
             *     ]
             */
            changes: components["schemas"]["OneFlagChangeDto"][];
        };
        ChangeLeadsDto: {
            /**
             * @description Each search at most once.
             * @example [
             *       {
             *         "leadUserId": "01890a5d-ac96-774b-bcce-b302099a8058",
             *         "searchId": "01890a5d-ac96-774b-bcce-b302099a8057",
             *         "version": 3
             *       }
             *     ]
             */
            changes: components["schemas"]["LeadChangeDto"][];
        };
        ChangePasswordDto: {
            newPassword: string;
            /** @description The one that is valid now. */
            password: string;
        };
        ChangeSettingsDto: {
            /** @example 07:30 */
            digestAt?: string;
            /** @description Kinds that are left out stay as they are. */
            modes?: {
                /** @enum {string} */
                article14_due?: "immediate" | "digest" | "off";
                /** @enum {string} */
                check_in_due?: "immediate" | "digest" | "off";
                /** @enum {string} */
                client_feedback_due?: "immediate" | "digest" | "off";
                /** @enum {string} */
                daily_digest?: "immediate" | "digest" | "off";
                /** @enum {string} */
                flag_escalated?: "immediate" | "digest" | "off";
                /** @enum {string} */
                flag_raised?: "immediate" | "digest" | "off";
                /** @enum {string} */
                interview_cancelled?: "immediate" | "digest" | "off";
                /** @enum {string} */
                interview_changed?: "immediate" | "digest" | "off";
                /** @enum {string} */
                interview_tomorrow?: "immediate" | "digest" | "off";
                /** @enum {string} */
                mentioned?: "immediate" | "digest" | "off";
                /** @enum {string} */
                offer_expiring?: "immediate" | "digest" | "off";
                /** @enum {string} */
                pipeline_health?: "immediate" | "digest" | "off";
                /** @enum {string} */
                task_due?: "immediate" | "digest" | "off";
                /** @enum {string} */
                window_closing?: "immediate" | "digest" | "off";
            };
            /** @example 07:30 */
            quietFrom?: string;
            /** @example 07:30 */
            quietTo?: string;
            /** @description The version that was read. */
            version: number;
            workingDaysOnly?: boolean;
        };
        ChangeUserDto: {
            name?: string;
            /** Format: uuid */
            officeId?: string;
            /** @enum {string} */
            role?: "admin" | "partner" | "consultant" | "researcher";
            /** @description The version of the record that was read. */
            version: number;
        };
        ChangeViewDto: {
            /**
             * @description What the list is asked for, as its address says it.
             * @example [
             *       "sort=-added",
             *       "country=DE"
             *     ]
             */
            asked?: string[];
            /** @example Doctorates in Germany */
            name?: string;
            /** @description Everybody in the firm sees it. */
            shared?: boolean;
            /** @description The version of the record that was read. */
            version: number;
        };
        ChangedClientDto: {
            /** @description What was there. */
            before: components["schemas"]["ClientBeforeDto"];
            /** Format: uuid */
            id: string;
            name: string;
            version: number;
        };
        ChangedSearchDto: {
            clientName: string;
            /** Format: uuid */
            id: string;
            leadName: string;
            ref: string | null;
            title: string;
        };
        ChangedSearchesDto: {
            count: number;
            /** @description The first fifty of them. */
            items: components["schemas"]["ChangedSearchDto"][];
        };
        CheckInDto: {
            /** Format: uuid */
            candidacyId: string;
            candidate: components["schemas"]["NamedDto"];
            /** @description Days after the first day. */
            day: number;
            /** Format: date-time */
            doneAt: string | null;
            doneBy: components["schemas"]["NamedDto"] | null;
            /** Format: date */
            dueOn: string;
            /** Format: uuid */
            id: string;
            note: string | null;
            /** Format: uuid */
            offerId: string;
            search: components["schemas"]["TitledDto"];
            version: number;
        };
        CheckInPageDto: {
            items: components["schemas"]["CheckInDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        ClientBeforeDto: {
            country: string | null;
            industry: string | null;
        };
        ClientCalendarDto: {
            allowed: components["schemas"]["AllowedEditDto"];
            /** Format: uuid */
            clientId: string;
            /** @description Whose public holidays can be proposed. */
            country: string | null;
            holidays: components["schemas"]["CalendarHolidayDto"][];
            runningSearches: number;
            version: number;
        };
        ClientChangeDto: {
            /** Format: uuid */
            clientId: string;
            /**
             * @description ISO 3166-1, two letters.
             * @example DE
             */
            country?: string | null;
            industry?: string | null;
            /** @description The version of the client that was read. */
            version: number;
        };
        ClientChangesDto: {
            items: components["schemas"]["ChangedClientDto"][];
            refused: components["schemas"]["RefusedAloneDto"][];
        };
        ClientDto: {
            allowed: components["schemas"]["AllowedOnClientDto"];
            contacts: components["schemas"]["ContactDto"][];
            country: string | null;
            domain: string | null;
            /** Format: uuid */
            id: string;
            industry: string | null;
            name: string;
            /** @description The id it had where it was imported from. */
            ref: string | null;
            /** @description The newest 100 that the reader may see. */
            searches: components["schemas"]["ClientSearchDto"][];
            version: number;
        };
        ClientPageDto: {
            items: components["schemas"]["ClientRowDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        ClientRowDto: {
            country: string | null;
            domain: string | null;
            /** Format: uuid */
            id: string;
            industry: string | null;
            name: string;
            /** @description The id it had where it was imported from. */
            ref: string | null;
            version: number;
        };
        ClientSearchDto: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            openedAt: string;
            ref: string | null;
            /** @enum {string} */
            status: "draft" | "open" | "on_hold" | "offer" | "placed" | "closed";
            title: string;
        };
        CloseSearchDto: {
            /**
             * @description A placement is not among them: the accepted offer closes its search.
             * @enum {string}
             */
            reason: "internal_hire" | "cancelled" | "terminated" | "unfilled";
            /** @description The version of the record that was read. */
            version: number;
        };
        ClosingWindowDto: {
            /** Format: uuid */
            candidacyId: string;
            candidateName: string;
            /** Format: uuid */
            searchId: string;
            searchTitle: string;
            stageLabel: string;
            window: components["schemas"]["MarketWindowDto"];
        };
        ConfirmSignUpDto: {
            password?: string;
            token: string;
        };
        ContactAllowedDto: {
            edit: boolean;
            /** @description See, export and erase what is held about them. */
            erase: boolean;
        };
        ContactDto: {
            email: string | null;
            /** @description They asked to be forgotten, and nothing about them is kept. */
            erased: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "decision_maker" | "hr" | "board" | "other";
            version: number;
        };
        ContactRecordDto: {
            allowed: components["schemas"]["ContactAllowedDto"];
            client: components["schemas"]["NamedDto"];
            email: string | null;
            /** @description They asked to be forgotten, and nothing about them is kept. */
            erased: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "decision_maker" | "hr" | "board" | "other";
            /** @description Of the client, the newest 100 that the reader may see. */
            searches: components["schemas"]["ClientSearchDto"][];
            version: number;
        };
        CorrectActivityDto: {
            /**
             * @description Who is named in it now; as it was if left out. Whoever is new hears of it.
             * @example [
             *       "01890a5d-ac96-774b-bcce-b302099a8057"
             *     ]
             */
            mentions?: string[];
            text: string;
            /** @description The version of the activity that was read. */
            version: number;
        };
        CorrectMoveDto: {
            /**
             * Format: uuid
             * @description It is the latest move still in force, and not the first.
             */
            moveId: string;
            reason: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        CorrectedActivityDto: {
            /** Format: uuid */
            id: string;
            text: string;
            version: number;
        };
        CriterionDto: {
            /** @enum {string} */
            kind: "technical" | "organisational" | "commercial" | "governance";
            mustHave: boolean;
            /** @example Has run accelerator clusters */
            text: string;
        };
        DeactivateUserDto: {
            /**
             * Format: uuid
             * @description Who takes over everything they have in hand.
             */
            successorId: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        DecideOfferDto: {
            /**
             * Format: date-time
             * @description Now if left out.
             */
            decidedAt?: string;
            /** @enum {string} */
            decision: "accepted" | "declined" | "expired" | "rescinded";
            /**
             * Format: date
             * @description The first day, with an acceptance.
             */
            startDate?: string;
            /** @description The version of the offer that was read. */
            version: number;
        };
        DeskDaysDto: {
            /** @description While an offer was undecided. */
            candidate: number;
            /** @description While the client owed a word. */
            client: number;
            /** @description All others. */
            firm: number;
            /** @description While the search was on hold. */
            hold: number;
        };
        DoCheckInDto: {
            /** @description How they settled in. */
            note?: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        DoneDto: {
            /** @enum {boolean} */
            done: true;
        };
        Duplicate: {
            /** @description Of a contact: at which client they are. */
            client?: components["schemas"]["NamedDto"];
            /** Format: uuid */
            id: string;
            name: string;
            same: ("email" | "phone" | "profileUrl")[];
        };
        EditCandidateDto: {
            city?: string | null;
            /**
             * @description ISO 3166-1, two letters.
             * @example DE
             */
            country?: string | null;
            /**
             * @description Keeps a person who asked to be forgotten, and says why. For partners and admins. `somebody_else` keeps this record alone; the others lift the tombstone.
             * @enum {string}
             */
            despiteErasure?: "they_came_back" | "somebody_else" | "legal_duty";
            /** Format: email */
            email?: string | null;
            employer?: string | null;
            /**
             * Format: date
             * @description The day since which they have been in the market, if they said so.
             */
            inMarketSince?: string | null;
            /** @enum {string|null} */
            layer?: "inference_infrastructure" | "evaluation_reliability" | "product_execution" | "governance" | "research" | null;
            name?: string;
            /** @example +49 30 901820 */
            phone?: string | null;
            /** Format: uri */
            profileUrl?: string | null;
            signals?: ("hyperscaler_alumni" | "phd" | "frontier_lab" | "big4_ai")[];
            /** @description How we came to know them. */
            source?: string | null;
            title?: string | null;
            version: number;
        };
        EditClientCalendarDto: {
            /** @description All of them: those left out are removed. */
            holidays: components["schemas"]["CalendarHolidayDto"][];
            /** @description The version that was read. */
            version: number;
        };
        EditClientDto: {
            /**
             * @description ISO 3166-1, two letters.
             * @example DE
             */
            country?: string | null;
            /** @example northwind.example */
            domain?: string | null;
            industry?: string | null;
            name?: string;
            /** @description The version of the client that was read. */
            version: number;
        };
        EditContactDto: {
            /**
             * @description Keeps a person who asked to be forgotten, and says why. For partners and admins. `somebody_else` keeps this record alone; the others lift the tombstone.
             * @enum {string}
             */
            despiteErasure?: "they_came_back" | "somebody_else" | "legal_duty";
            /** Format: email */
            email?: string | null;
            name?: string;
            /** @enum {string} */
            role?: "decision_maker" | "hr" | "board" | "other";
            /** @description The version of the contact that was read. */
            version: number;
        };
        EditInterviewDto: {
            /** Format: date-time */
            endsAt?: string;
            place?: string | null;
            /** Format: date-time */
            startsAt?: string;
            /** @description The version of the record that was read. */
            version: number;
            withWhom?: string | null;
        };
        EditOfficeCalendarDto: {
            /** @description All of them: those left out are removed. */
            holidays?: components["schemas"]["CalendarHolidayDto"][];
            /**
             * @description ISO 3166-2. Decides which holidays are proposed.
             * @example DE-BY
             */
            region?: string | null;
            /** @example Europe/Berlin */
            timeZone?: string;
            /** @description The version that was read. */
            version: number;
            /** @description ISO weekdays, 1 = Monday. */
            workingDays?: number[];
        };
        EditPolicyDto: {
            /** @description Fields left out stay as they are. */
            settings: components["schemas"]["PolicySettingsDto"];
            /** @description The version that was read; 0 if nothing was set yet. */
            version: number;
        };
        EditRoleTemplateDto: {
            /** @description True archives it, false brings it back. */
            archived?: boolean;
            /**
             * @description The letters with which the references of its searches begin.
             * @example CAIO
             */
            code?: string;
            /** @description The whole brief, by weight: criteria left out are removed. */
            criteria?: components["schemas"]["CriterionDto"][];
            /** @enum {string} */
            family?: "leadership" | "infrastructure" | "research" | "governance" | "product";
            /** @example Head of Robotics */
            title?: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        EditSearchDto: {
            /** Format: uuid */
            clientId?: string;
            confidential?: boolean;
            /** @description The whole brief, in order of weight: criteria left out are removed. */
            criteria?: components["schemas"]["CriterionDto"][];
            /** @enum {string} */
            engagement?: "retained" | "container" | "contingent";
            /** Format: uuid */
            leadUserId?: string;
            /**
             * Format: uuid
             * @description Its days and its zone count from now on, for what is past too.
             */
            officeId?: string;
            /** @description Where the seat is. */
            region?: string | null;
            /** Format: date */
            targetDate?: string | null;
            /** @description The whole team; the lead always belongs to it. */
            teamUserIds?: string[];
            title?: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        EditStagesDto: {
            /** @description All stages in their order: those left out are archived, archived ones that are named come back. */
            stages: components["schemas"]["WantedStageDto"][];
            /** @description The version that was read. */
            version: number;
        };
        EditTaskDto: {
            /** Format: uuid */
            assigneeId?: string;
            /** Format: date-time */
            dueAt?: string;
            title?: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        EndCandidacyDto: {
            /**
             * @description Who decided.
             * @enum {string}
             */
            by: "firm" | "client" | "candidate";
            /**
             * @description `placed` comes from an accepted offer only.
             * @enum {string}
             */
            outcome: "withdrawn" | "rejected";
            /** @example took_another_offer */
            reason: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        EndedCandidacyDto: {
            candidate: components["schemas"]["CandidateLabelDto"];
            /** Format: date-time */
            endedAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            outcome: "placed" | "withdrawn" | "rejected";
            /** @enum {string|null} */
            outcomeBy: "firm" | "client" | "candidate" | null;
            outcomeReason: string | null;
            stageLabel: string;
            version: number;
        };
        EndedPageDto: {
            items: components["schemas"]["EndedCandidacyDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        EndedSessionsDto: {
            /** @description How many. */
            ended: number;
        };
        EnterFirmDto: {
            /** Format: uuid */
            firmId: string;
        };
        EpisodeFiguresDto: {
            acknowledged: number;
            cleared: number;
            /** @description Median, in working days of the office. */
            medianToAcknowledge: number | null;
            /** @description Median, in working days of the office. */
            medianToClear: number | null;
            raised: number;
            /** @enum {string} */
            rule: "no_progress" | "stage_overdue" | "window_closing" | "window_closed" | "slate_late" | "client_silent" | "offer_pending" | "thin_pipeline" | "decision_maker_silent" | "pace";
        };
        ErasePersonDto: {
            /** @description The person’s name, typed again to confirm. */
            confirm: string;
            person: components["schemas"]["PersonRefDto"];
            /** @enum {string} */
            reason: "their_request" | "retention" | "other";
            /**
             * Format: date
             * @description The day on which it was asked for.
             */
            requestedOn: string;
        };
        ErasureDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["NamedDto"] | null;
            /** @description Room, table, records. What belongs to confidential searches goes too and is counted nowhere. */
            counts: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Format: uuid */
            id: string;
            /** @description Whose record it was: an id that leads to no name any more. */
            person: components["schemas"]["PersonRefDto"];
            /** @enum {string} */
            reason: "their_request" | "retention" | "other";
            /** Format: date */
            requestedOn: string;
            total: number;
        };
        ErasurePageDto: {
            items: components["schemas"]["ErasureDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        ErasurePreviewDto: {
            /** @description Room, table, records. What belongs to confidential searches goes too and is counted nowhere. */
            counts: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            person: components["schemas"]["NamedPersonDto"];
            total: number;
        };
        EvidenceNameDto: {
            /** @description A key of the flag's evidence. */
            key: string;
            /** @description What it is called. */
            label: string;
        };
        ExplainedBudgetDto: {
            label: string;
            /**
             * @description `share`: its part of the market window.
             * @enum {string}
             */
            origin: "share" | "stage" | "firm" | "role" | "search";
            /** @description False for stages outside the market window. */
            settable: boolean;
            /** Format: uuid */
            stageId: string;
            value: number | null;
            wider: components["schemas"]["SourcedBudgetDto"] | null;
        };
        ExplainedSettingDto: {
            /** @description What it does, in one sentence. */
            about: string;
            key: string;
            label: string;
            max: number;
            min: number;
            /** @enum {string} */
            origin: "default" | "firm" | "role" | "search";
            /** @enum {string} */
            unit: "working_days" | "window_day" | "search_day" | "people" | "yes_no";
            value: number | boolean;
            /** @description What applies if the layer it comes from sets nothing. */
            wider: components["schemas"]["SourcedValueDto"] | null;
        };
        ExtendOfferDto: {
            base?: number;
            bonus?: number;
            /**
             * @description ISO 4217
             * @example EUR
             */
            currency?: string;
            equityValue?: number;
            /** Format: date-time */
            expiresAt?: string;
            /**
             * Format: date-time
             * @description When it went out; now if left out.
             */
            extendedAt?: string;
            relocation?: number;
            signOn?: number;
            /** @description The version of the card that was read. */
            version: number;
            vestingMonths?: number;
        };
        FieldProblem: {
            /** @description Path of the field, for example `criteria.0.text`. */
            field: string;
            message: string;
        };
        FigureSearchDto: {
            clientName: string;
            /** Format: uuid */
            id: string;
            leadName: string;
            ref: string | null;
            title: string;
        };
        FiguresDto: {
            /** Format: date-time */
            at: string;
            load: components["schemas"]["LoadInsightDto"];
            lostToMarket: components["schemas"]["LostInsightDto"];
            /** @description The searches that the figures name by their ids. */
            named: components["schemas"]["FigureSearchDto"][];
            offerAcceptance: components["schemas"]["OfferAcceptanceInsightDto"];
            openSearches: components["schemas"]["OpenSearchesInsightDto"];
            passthrough: components["schemas"]["PassthroughInsightDto"];
            placedBy90: components["schemas"]["PlacedByInsightDto"];
            placementRate: components["schemas"]["PlacementRateInsightDto"];
            timeInStage: components["schemas"]["TimeInStageInsightDto"];
            timeToOffer: components["schemas"]["TimeToOfferInsightDto"];
        };
        FileProgressDto: {
            kept: number;
            name: string;
            refused: number;
            /** @description Rows read so far. */
            rows: number;
            /**
             * @description `refused`: nothing from the file was kept.
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "refused";
        };
        FirmAsOfDto: {
            /** Format: date-time */
            at: string;
            /** @description Whatever health was asked for. */
            counts: components["schemas"]["HealthTallyDto"];
            items: components["schemas"]["SearchAsOfDto"][];
            next: string | null;
        };
        FirmPoliciesDto: {
            firm: components["schemas"]["PolicyViewDto"];
            roles: components["schemas"]["RolePolicyDto"][];
        };
        FirstStepDto: {
            done: boolean;
            /** @enum {string} */
            key: "office" | "colleagues" | "client" | "contact" | "search" | "history";
            /** @description Not every firm has something to bring in. */
            optional: boolean;
        };
        FirstStepsDto: {
            /** @description You have put them away. */
            away: boolean;
            /**
             * Format: uuid
             * @description A client of whom no contact is known yet.
             */
            clientId: string | null;
            /** @description Nothing is left that every firm does. */
            done: boolean;
            /** @description In the order they are best taken. */
            items: components["schemas"]["FirstStepDto"][];
            /** @description There is sample data to look at. */
            sample: boolean;
        };
        FlagActionsDto: {
            acknowledge: boolean;
            assign: boolean;
            snooze: boolean;
            /** @description Take the acknowledgement back. */
            takeBack: boolean;
            /** @description End the snooze early. */
            wake: boolean;
        };
        FlagAsOfDto: {
            /** Format: uuid */
            candidacyId: string | null;
            candidateName: string | null;
            /** Format: date-time */
            deadline: string;
            nextStep: string;
            /** @enum {string} */
            rule: "no_progress" | "stage_overdue" | "window_closing" | "window_closed" | "slate_late" | "client_silent" | "offer_pending" | "thin_pipeline" | "decision_maker_silent" | "pace";
            sentence: string;
            /** @enum {string} */
            severity: "watch" | "stalled";
            /** Format: date-time */
            since: string;
        };
        FlagChangeDto: {
            after: components["schemas"]["FlagSpanDto"] | null;
            before: components["schemas"]["FlagSpanDto"] | null;
            /** Format: uuid */
            candidacyId: string | null;
            /** @enum {string} */
            change: "appears" | "disappears" | "moves" | "stays";
            /** @enum {string} */
            rule: "no_progress" | "stage_overdue" | "window_closing" | "window_closed" | "slate_late" | "client_silent" | "offer_pending" | "thin_pipeline" | "decision_maker_silent" | "pace";
        };
        FlagChangesDto: {
            items: components["schemas"]["FlagDto"][];
            refused: components["schemas"]["RefusedAloneDto"][];
        };
        FlagDto: {
            acknowledgement: components["schemas"]["AcknowledgementDto"] | null;
            allowed: components["schemas"]["FlagActionsDto"];
            /** @description Whom it is assigned to; null if nobody. */
            assignedTo: components["schemas"]["NamedDto"] | null;
            /** @description How the deadline was counted: last progress, zone, calendar, days. */
            basis: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            candidacyId: string | null;
            /** Format: uuid */
            candidateId: string | null;
            candidateName: string | null;
            /**
             * Format: date-time
             * @description The moment from which the flag stands.
             */
            deadline: string;
            /**
             * Format: date-time
             * @description When it was escalated to the partners.
             */
            escalatedAt: string | null;
            /** @description The numbers it was decided on. */
            evidence: {
                [key: string]: unknown;
            };
            /** @description Who assigned it; null if nobody, or they took it themselves. */
            handedOn: components["schemas"]["HandedOnDto"] | null;
            /** Format: uuid */
            id: string;
            nextStep: string;
            /** @description Who hears of it: the assignee or the lead, or who stands in for them. */
            owner: components["schemas"]["NamedDto"];
            /** Format: date-time */
            raisedAt: string;
            /** @enum {string} */
            rule: "no_progress" | "stage_overdue" | "window_closing" | "window_closed" | "slate_late" | "client_silent" | "offer_pending" | "thin_pipeline" | "decision_maker_silent" | "pace";
            /** Format: uuid */
            searchId: string;
            sentence: string;
            /** @enum {string} */
            severity: "watch" | "stalled";
            /**
             * Format: date-time
             * @description When progress stopped, or the window opened.
             */
            since: string;
            /**
             * Format: date-time
             * @description Null if it is not snoozed.
             */
            snoozedUntil: string | null;
            /** @description What can be done so that it goes, best first. */
            ways: components["schemas"]["WayOutDto"][];
        };
        FlagHistoryDto: {
            /** @description Of all flags of the search, not of this page. */
            figures: components["schemas"]["EpisodeFiguresDto"][];
            items: components["schemas"]["PastFlagDto"][];
            next: string | null;
        };
        FlagListDto: {
            items: components["schemas"]["FlagDto"][];
        };
        FlagSpanDto: {
            /**
             * Format: date-time
             * @description The moment from which the flag stands.
             */
            from: string;
            /**
             * @description When the flag is first raised.
             * @enum {string}
             */
            severity: "watch" | "stalled";
            /**
             * Format: date-time
             * @description Null if that is not within the days looked ahead.
             */
            stalledFrom: string | null;
            /**
             * Format: date-time
             * @description Null if it still stands at the end of the days looked ahead.
             */
            until: string | null;
        };
        FlagWhyDto: {
            calendar: components["schemas"]["WhyCalendarDto"];
            /** @description The rule in one sentence. */
            definition: string;
            /** @description What makes the flag go. */
            ends: string;
            /** @description What the parts of its evidence are called, in order. */
            evidenceNames: components["schemas"]["EvidenceNameDto"][];
            /** @description The fact its clock runs from. */
            fact: components["schemas"]["WhyFactDto"] | null;
            flag: components["schemas"]["FlagDto"];
            /** @description How the deadline comes about, where no days are counted up to it. */
            forecast: string | null;
            /** @description What a stalled flag has passed, where that is not one of the limits. */
            limitNote: string | null;
            /** @description Settings of the search's policy that it compares with. */
            limits: string[];
            /**
             * Format: uuid
             * @description The stage whose budget it compares with.
             */
            stageId: string | null;
        };
        FoundDto: {
            detail: string;
            /** Format: uuid */
            id: string;
            label: string;
            /** @enum {string} */
            type: "search" | "candidate" | "client" | "contact";
        };
        FoundListDto: {
            items: components["schemas"]["FoundDto"][];
        };
        FoundedDto: {
            /** Format: uuid */
            firmId: string;
        };
        HandOverPreviewDto: {
            /** @description Absences of colleagues for whom they stand in. */
            deputyFor: number;
            /** @description Assigned to them, or taken in hand by them. */
            flags: number;
            /** @description Led or worked on. */
            searches: number;
            /**
             * Format: uuid
             * @description Who would usually take over.
             */
            suggestedUserId: string | null;
            /** @description Not done yet. */
            tasks: number;
        };
        HandedOnDto: {
            /** Format: date-time */
            at: string;
            /** @description Null: the operator. */
            by: components["schemas"]["NamedDto"] | null;
            /** @description Why, if they said so. */
            reason: string | null;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        HealthChangeDto: {
            /** @enum {string} */
            after: "on_track" | "at_risk" | "stalled" | "on_hold";
            /** @enum {string} */
            before: "on_track" | "at_risk" | "stalled" | "on_hold";
        };
        HealthChangesDto: {
            /** @description Stalled now, and not then. */
            becameStalled: components["schemas"]["ChangedSearchesDto"];
            /** @description Closed without a placement. */
            closed: components["schemas"]["ChangedSearchesDto"];
            countsThen: components["schemas"]["HealthCountsDto"];
            /** @description Median time to offer as it was then. */
            medianDaysThen: number | null;
            /** @description Opened or reopened, and still running or closed since. */
            opened: components["schemas"]["ChangedSearchesDto"];
            placed: components["schemas"]["ChangedSearchesDto"];
            putOnHold: components["schemas"]["ChangedSearchesDto"];
            /** @description Stalled then, at risk or on track now. */
            recovered: components["schemas"]["ChangedSearchesDto"];
            /**
             * Format: date-time
             * @description As the last Monday before today began in your zone.
             */
            since: string;
        };
        HealthCountsDto: {
            atRisk: number;
            onHold: number;
            onTrack: number;
            stalled: number;
        };
        HealthRowDto: {
            clientName: string;
            /** @description Local midnights in the office's zone since the running episode opened. */
            day: number;
            /** @enum {string} */
            health: "on_track" | "at_risk" | "stalled" | "on_hold";
            /** Format: uuid */
            id: string;
            leadName: string;
            nextStep: string | null;
            reasons: string[];
            ref: string | null;
            title: string;
        };
        HealthTallyDto: {
            at_risk: number;
            on_hold: number;
            on_track: number;
            stalled: number;
        };
        HoldSearchDto: {
            reason?: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        HolidayDto: {
            /** Format: date */
            date: string;
            name: string | null;
        };
        HolidayProposalDto: {
            /** Format: date */
            date: string;
            name: string;
            /** @description The calendar already has this day. */
            taken: boolean;
        };
        HolidayProposalListDto: {
            items: components["schemas"]["HolidayProposalDto"][];
        };
        HolidayRegionDto: {
            /**
             * @description ISO 3166-2.
             * @example DE-BY
             */
            code: string;
            /** @example Bayern */
            name: string;
        };
        HolidayRegionListDto: {
            /** @description Whose holidays are proposed until a region is chosen. Null: only those that the whole country has in common. */
            assumed: components["schemas"]["HolidayRegionDto"] | null;
            /** @description None where the whole country has the same holidays. */
            items: components["schemas"]["HolidayRegionDto"][];
        };
        ImportFilesDto: {
            files: string[];
        };
        ImportPageDto: {
            items: components["schemas"]["ImportSummaryDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        ImportRunDto: {
            checkOnly: boolean;
            /** Format: date-time */
            createdAt: string;
            files: components["schemas"]["FileProgressDto"][];
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description It is waiting or running and has not been cancelled. */
            mayCancel: boolean;
            /** @description What was skipped, one sentence each. */
            notices: string[];
            problem: string | null;
            /** @description The first hundred. */
            refusals: components["schemas"]["RefusalDto"][];
            /** @description Only the person who started the import can read the rows it refused. */
            refusalsWithheld: boolean;
            refusedTotal: number;
            /** Format: date-time */
            startedAt: string | null;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
        };
        ImportSummaryDto: {
            checkOnly: boolean;
            /** Format: date-time */
            createdAt: string;
            files: components["schemas"]["FileProgressDto"][];
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description It is waiting or running and has not been cancelled. */
            mayCancel: boolean;
            /** @description What was skipped, one sentence each. */
            notices: string[];
            problem: string | null;
            refusedTotal: number;
            /** Format: date-time */
            startedAt: string | null;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
        };
        InterviewDto: {
            allowed: components["schemas"]["AllowedOnInterviewDto"];
            /** Format: date-time */
            cancelledAt: string | null;
            /** Format: uuid */
            candidacyId: string;
            candidate: components["schemas"]["NamedDto"];
            /** Format: date-time */
            endsAt: string;
            /** Format: uuid */
            id: string;
            place: string | null;
            search: components["schemas"]["TitledDto"];
            /** Format: date-time */
            startsAt: string;
            /**
             * @description Of the office that runs the search.
             * @example Europe/Berlin
             */
            timeZone: string;
            version: number;
            withWhom: string | null;
        };
        InterviewListDto: {
            items: components["schemas"]["InterviewDto"][];
        };
        InterviewPageDto: {
            items: components["schemas"]["InterviewDto"][];
            next: string | null;
        };
        InvitationTokenDto: {
            token: string;
        };
        InviteUserDto: {
            /** Format: email */
            email: string;
            name: string;
            /** Format: uuid */
            officeId: string;
            /** @enum {string} */
            role: "admin" | "partner" | "consultant" | "researcher";
        };
        JudgedPeopleDto: {
            /** @description In the order of the list. */
            items: components["schemas"]["JudgedPersonDto"][];
        };
        JudgedPersonDto: {
            /** @description Who is here already with the same address, number or link. */
            duplicates: components["schemas"]["KnownPersonDto"][];
            /** @description Why they cannot be added like this. */
            problems: components["schemas"]["ListedProblemDto"][];
            /** @description Who above in the list has the same, counted from 0. */
            sameAs: number | null;
            /** @enum {string} */
            state: "new" | "known" | "in_search" | "twice" | "refused";
        };
        KindSettingDto: {
            /** @enum {string} */
            kind: "flag_raised" | "flag_escalated" | "window_closing" | "client_feedback_due" | "task_due" | "interview_tomorrow" | "interview_changed" | "interview_cancelled" | "offer_expiring" | "check_in_due" | "article14_due" | "mentioned" | "daily_digest" | "pipeline_health";
            /** @enum {string} */
            mode: "immediate" | "digest" | "off";
            /** @description The options for it. */
            possible: ("immediate" | "digest" | "off")[];
        };
        KnownPersonDto: {
            /** Format: uuid */
            id: string;
            /** @description They are in the search, or were. */
            inSearch: boolean;
            name: string;
            /** @description What is the same. */
            same: ("email" | "phone" | "profileUrl")[];
        };
        LeadChangeDto: {
            /**
             * Format: uuid
             * @description Who is to lead it.
             */
            leadUserId: string;
            /** Format: uuid */
            searchId: string;
            /** @description The version of the search that was read. */
            version: number;
        };
        LeadChangesDto: {
            items: components["schemas"]["LedSearchDto"][];
            refused: components["schemas"]["RefusedAloneDto"][];
        };
        LeaveSearchDto: {
            /** @description The version of the record that was read. */
            version: number;
        };
        LedSearchDto: {
            /**
             * Format: uuid
             * @description Who led it before.
             */
            beforeUserId: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            leadUserId: string;
            title: string;
            version: number;
        };
        LeftOutDto: {
            /** @description Offers extended while their search was closed. */
            afterClosing: number;
            /** @description Offers extended before their search was first opened. */
            beforeOpening: number;
        };
        LimitsDto: {
            clientSilentStalledDays?: number;
            clientSilentWatchDays?: number;
            decisionMakerDays?: number;
            escalateAfterDays?: number;
            noProgressDays?: number;
            noProgressSourcingDays?: number;
            offerPendingDays?: number;
            slateDay?: number;
            slateSize?: number;
            thinPipelineDay?: number;
            thinPipelineSize?: number;
            windowCloseDay?: number;
            windowWatchDay?: number;
        };
        ListedActivityDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["NamedDto"] | null;
            candidate: components["schemas"]["NamedDto"] | null;
            /** @description The reader may correct or withdraw it. */
            changeable: boolean;
            contact: components["schemas"]["NamedDto"] | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "call" | "email" | "meeting" | "interview" | "client_feedback" | "note" | "interview_set";
            /** @description Colleagues who are named in it. */
            mentions: components["schemas"]["NamedDto"][];
            search: components["schemas"]["TitledDto"] | null;
            text: string | null;
            version: number;
            /** @description Withdrawn: it no longer counts. */
            withdrawn: components["schemas"]["WithdrawalDto"] | null;
        };
        ListedPersonDto: {
            /**
             * Format: uuid
             * @description They are known: what else is said of them is not read.
             */
            candidateId?: string;
            city?: string | null;
            country?: string | null;
            email?: string | null;
            employer?: string | null;
            name?: string | null;
            phone?: string | null;
            profileUrl?: string | null;
            title?: string | null;
        };
        ListedProblemDto: {
            /** @enum {string} */
            field: "name" | "title" | "employer" | "email" | "phone" | "profileUrl" | "city" | "country";
            /** @example The email must be an email address. */
            sentence: string;
        };
        LoadDto: {
            atRisk: number;
            /** Format: uuid */
            id: string;
            /** @description Candidates live and beyond sourcing. */
            inPlay: number;
            name: string;
            onHold: number;
            /** @description Running. */
            searches: number;
            stalled: number;
        };
        LoadInsightDto: {
            /** @description What it is, in one sentence. */
            definition: string;
            leads: components["schemas"]["LoadDto"][];
            /** @description How many it counts. */
            n: number;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        LogActivityDto: {
            /**
             * Format: date-time
             * @description When it happened; now if left out.
             */
            at?: string;
            /** Format: uuid */
            candidateId?: string;
            /** Format: uuid */
            contactId?: string;
            /** @enum {string} */
            kind: "call" | "email" | "meeting" | "interview" | "client_feedback" | "note";
            /**
             * @description Colleagues who are to hear of it; each must be able to see the search.
             * @example [
             *       "01890a5d-ac96-774b-bcce-b302099a8057"
             *     ]
             */
            mentions?: string[];
            /** Format: uuid */
            searchId?: string;
            text?: string;
        };
        LoggedActivityDto: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "call" | "email" | "meeting" | "interview" | "client_feedback" | "note" | "interview_set";
            /** @description Both sides spoke, so it counts as progress for what it was about. */
            progress: boolean;
        };
        LostInsightDto: {
            days: components["schemas"]["LostOnDayDto"][];
            /** @description What it is, in one sentence. */
            definition: string;
            /** @description How many it counts. */
            n: number;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description Had no market window. */
            withoutWindow: number;
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        LostOnDayDto: {
            candidates: number;
            /** @description Of the market window. */
            day: number;
        };
        MailActionsDto: {
            /** @description Say that it arrived. */
            arrived: boolean;
            /** @description Allow emails to this recipient again. */
            lift: boolean;
            resend: boolean;
        };
        MailAttemptDto: {
            /** Format: date-time */
            endedAt: string;
            number: number;
            /** @description The mail server's response. */
            response: string | null;
            /**
             * @description `lost`: the sending process ended before it could record the result.
             * @enum {string}
             */
            result: "accepted" | "refused" | "deferred" | "unsent" | "unknown" | "lost";
            /** Format: date-time */
            startedAt: string;
        };
        MailCountsDto: {
            cancelled: number;
            claimed: number;
            failed: number;
            missed: number;
            pending: number;
            sent: number;
            /** @description Those still undecided. */
            uncertain: number;
        };
        MailDto: {
            actions: components["schemas"]["MailActionsDto"];
            attempts: components["schemas"]["MailAttemptDto"][];
            bounceReason: string | null;
            /** Format: date-time */
            bouncedAt: string | null;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            form: "notices" | "daily_digest" | "pipeline_health" | "client_feedback";
            /** Format: uuid */
            id: string;
            kinds: ("flag_raised" | "flag_escalated" | "window_closing" | "client_feedback_due" | "task_due" | "interview_tomorrow" | "interview_changed" | "interview_cancelled" | "offer_expiring" | "check_in_due" | "article14_due" | "mentioned" | "daily_digest" | "pipeline_health")[];
            /**
             * Format: date-time
             * @description The next look at it, while it waits.
             */
            notBefore: string | null;
            recipient: components["schemas"]["MailRecipientDto"];
            /** Format: uuid */
            resendOf: string | null;
            /** Format: uuid */
            resentAs: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            resolvedBy: components["schemas"]["NamedDto"] | null;
            /** @description The mail server's last response. */
            response: string | null;
            /**
             * @description `uncertain`: it may have arrived; there is no way to tell.
             * @enum {string}
             */
            state: "pending" | "claimed" | "sent" | "failed" | "cancelled" | "missed" | "uncertain";
            /** @description Why no email goes to this recipient any more. */
            suppression: components["schemas"]["MailSuppressionDto"] | null;
        };
        MailLogDto: {
            items: components["schemas"]["MailDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        MailLogFiguresDto: {
            bounced: number;
            counts: components["schemas"]["MailCountsDto"];
            /**
             * Format: date-time
             * @description Since when the longest overdue email has been waiting.
             */
            oldestDueAt: string | null;
        };
        MailPreviewDto: {
            /** @description Names of the attached files. */
            attachments: string[];
            /** @description A whole document; show it in a sandboxed frame. */
            html: string;
            subject: string;
            template: string;
            /** @description The text part, the same words in the same order. */
            text: string;
        };
        MailRecipientDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description A colleague, or a client’s contact.
             * @enum {string}
             */
            kind: "user" | "contact";
            name: string;
        };
        MailSampleDto: {
            /** @description Who gets such an email. */
            sentTo: string;
            /** @example daily-digest */
            template: string;
            title: string;
        };
        MailSampleListDto: {
            items: components["schemas"]["MailSampleDto"][];
        };
        MailSuppressionDto: {
            /** Format: uuid */
            id: string;
            reason: string;
            /** Format: date-time */
            since: string;
        };
        MarketWindowDto: {
            /**
             * Format: date-time
             * @description The start of the day after its last day.
             */
            closesAt: string;
            /**
             * Format: date
             * @description The date at the office of the search.
             */
            closesOn: string;
            /** @description Local days since it opened; for a stopped window, until it stopped. */
            day: number;
            /** @description How long it is by the limits of the search, in days. */
            days: number;
            /** Format: date-time */
            openedAt: string;
            /** @enum {string} */
            state: "open" | "closing" | "closed" | "stopped";
        };
        MeAllowedDto: {
            /** @description Export or erase what is held about a person, and read the proofs. */
            erasePersons: boolean;
            import: boolean;
            manageFirm: boolean;
            openSearch: boolean;
        };
        MeDto: {
            allowed: components["schemas"]["MeAllowedDto"];
            firm: components["schemas"]["MeFirmDto"];
            /** @description Every firm this login works for, this one among them. */
            firms: components["schemas"]["NamedDto"][];
            office: components["schemas"]["MeOfficeDto"];
            user: components["schemas"]["MeUserDto"];
        };
        MeFirmDto: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The firm whose sample data this is. */
            sampleOf: components["schemas"]["NamedDto"] | null;
            /** @description The firm and everybody in it are made up. */
            simulated: boolean;
        };
        MeOfficeDto: {
            /** Format: uuid */
            id: string;
            key: string;
            timeZone: string;
        };
        MeUserDto: {
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "admin" | "partner" | "consultant" | "researcher";
        };
        MergeDto: {
            /**
             * Format: uuid
             * @description Its budget is dropped, and everyone in it moves to the other.
             */
            laterStageId: string;
            /** Format: uuid */
            stageId: string;
        };
        MoveCandidacyDto: {
            reason?: string;
            /** Format: uuid */
            toStageId: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        MoveDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["NamedDto"] | null;
            /** @description It may be corrected now. */
            correctable: boolean;
            fromStageLabel: string | null;
            /** Format: uuid */
            id: string;
            reason: string | null;
            toStageLabel: string;
            /** @description A later fact says that it was a mistake. */
            voided: boolean;
        };
        MyReminderDto: {
            /** @description The person it is about. */
            about: string | null;
            /**
             * Format: date-time
             * @description When it takes place or falls due.
             */
            at: string | null;
            /** Format: date-time */
            dueAt: string;
            /** @description The search and its client. */
            group: string | null;
            /** Format: uuid */
            id: string;
            /** @description False: what it says is over; it no longer counts as unseen. */
            isCurrent: boolean;
            /** @enum {string} */
            kind: "flag_raised" | "flag_escalated" | "window_closing" | "client_feedback_due" | "task_due" | "interview_tomorrow" | "interview_changed" | "interview_cancelled" | "offer_expiring" | "check_in_due" | "article14_due" | "mentioned" | "daily_digest" | "pipeline_health";
            /**
             * @description What became of its email.
             * @enum {string}
             */
            mail: "waits" | "on_its_way" | "sent" | "not_sent" | "uncertain" | "missed" | "cancelled" | "no_mail";
            /** @description The same in words, if there is anything to say. */
            mailSentence: string | null;
            nextStep: string | null;
            /** @description Where in the web app to look. */
            path: string;
            /** Format: date-time */
            seenAt: string | null;
            sentence: string;
            /** @enum {string|null} */
            severity: "watch" | "stalled" | null;
        };
        MyReminderListDto: {
            items: components["schemas"]["MyReminderDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        NamedDto: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        NamedPersonDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "candidate" | "contact";
            name: string;
        };
        NewcomerDto: {
            /**
             * Format: uuid
             * @description They are known: no record is made, and this candidate goes into the search.
             */
            candidateId?: string;
            city?: string | null;
            /**
             * @description ISO 3166-1, two letters.
             * @example DE
             */
            country?: string | null;
            /** Format: email */
            email?: string | null;
            employer?: string | null;
            /** @description Somebody else, although a known person has the same address, number or link. */
            force?: boolean;
            name: string;
            /** @example +49 30 901820 */
            phone?: string | null;
            /** Format: uri */
            profileUrl?: string | null;
            title?: string | null;
        };
        NotificationSettingsDto: {
            /** @example 07:30 */
            digestAt: string;
            kinds: components["schemas"]["KindSettingDto"][];
            /** @description When the next digest is due, as a sentence. */
            nextDigest: string;
            /** @example 07:30 */
            quietFrom: string;
            /**
             * @description If it equals quietFrom, there are no quiet hours.
             * @example 07:30
             */
            quietTo: string;
            /** @description IANA name; all times here are in this zone. */
            timeZone: string;
            /** @description 0 while nothing has been chosen and the defaults apply. */
            version: number;
            /** @description No emails on days off, by the calendar of the office. */
            workingDaysOnly: boolean;
        };
        OfferAcceptanceInsightDto: {
            accepted: number;
            declined: number;
            /** @description What it is, in one sentence. */
            definition: string;
            expired: number;
            /** @description The upper end of its 95 % interval. */
            high: number | null;
            /** @description The lower end of its 95 % interval. */
            low: number | null;
            /** @description How many it counts. */
            n: number;
            /** @description Undecided. */
            pending: number;
            rescinded: number;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            /** @description From 0 to 1; null where none is claimed. */
            share: number | null;
            /** @description Of the accepted ones. */
            takenBack: number;
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        OfferSummaryDto: {
            /** @description Per year. */
            base: number | null;
            /** @description Per year. */
            bonus: number | null;
            /** @description ISO 4217 */
            currency: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @enum {string|null} */
            decision: "accepted" | "declined" | "expired" | "rescinded" | null;
            /** @description Over the whole vesting period. */
            equityValue: number | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            extendedAt: string;
            /** Format: uuid */
            id: string;
            signOn: number | null;
            /**
             * Format: date
             * @description The first day.
             */
            startDate: string | null;
            /**
             * Format: date-time
             * @description When the acceptance was taken back.
             */
            takenBackAt: string | null;
            version: number;
        };
        OfficeCalendarDto: {
            allowed: components["schemas"]["AllowedEditDto"];
            country: string;
            holidays: components["schemas"]["CalendarHolidayDto"][];
            key: string;
            /** Format: uuid */
            officeId: string;
            region: string | null;
            /** @description Searches whose clocks currently run on it. */
            runningSearches: number;
            timeZone: string;
            /** @description Increases with every edit; deadlines name the version they were counted by. */
            version: number;
            /** @description ISO weekdays, 1 = Monday. */
            workingDays: number[];
        };
        OfficeDto: {
            country: string;
            holidays: components["schemas"]["HolidayDto"][];
            /** Format: uuid */
            id: string;
            key: string;
            region: string | null;
            timeZone: string;
            /** @description ISO weekdays, 1 = Monday. */
            workingDays: number[];
        };
        OfficeListDto: {
            items: components["schemas"]["OfficeDto"][];
        };
        OneFlagChangeDto: {
            /** Format: uuid */
            flagId: string;
            /** @description For `acknowledge`: why it waits. For `assign`, where said: why. */
            reason?: string;
            /**
             * Format: date
             * @description For `snooze`: it returns when this day begins at the office.
             */
            until?: string;
            /**
             * Format: uuid
             * @description For `assign`: null gives it back to the lead.
             */
            userId?: string | null;
            /** @enum {string} */
            verb: "acknowledge" | "take_back" | "snooze" | "wake" | "assign";
        };
        OpenInvitationDto: {
            email: string;
            firmName: string;
            /** @description They already sign in with a password, at another firm. */
            hasPassword: boolean;
            name: string;
        };
        OpenSearchDto: {
            /** Format: uuid */
            clientId: string;
            /**
             * @description Visible to its team only.
             * @default false
             */
            confidential: boolean;
            /**
             * @default retained
             * @enum {string}
             */
            engagement: "retained" | "container" | "contingent";
            /** Format: uuid */
            leadUserId: string;
            /** Format: uuid */
            officeId: string;
            /** @description Where the seat is. */
            region?: string | null;
            /** @description The key of a role template in use. */
            roleKey: string;
            /** Format: date */
            targetDate?: string | null;
            teamUserIds?: string[];
            /** @description The role template's if left out. */
            title?: string;
        };
        OpenSearchesInsightDto: {
            ages: components["schemas"]["AgeBandDto"][];
            /** @description What it is, in one sentence. */
            definition: string;
            /** @description How many it counts. */
            n: number;
            /** @description Of the oldest; null: none is running. */
            oldestDays: number | null;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        PassthroughInsightDto: {
            /** @description What it is, in one sentence. */
            definition: string;
            /** @description How many it counts. */
            n: number;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            stages: components["schemas"]["StagePassthroughDto"][];
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        PastFlagDto: {
            /** @description Working days of the office from raising to acknowledging. */
            acknowledgedAfter: number | null;
            /** Format: date-time */
            acknowledgedAt: string | null;
            acknowledgedBy: string | null;
            /** Format: uuid */
            candidacyId: string | null;
            candidateName: string | null;
            /** @description Working days of the office from raising to clearing. */
            clearedAfter: number | null;
            /** Format: date-time */
            clearedAt: string | null;
            clearedReason: string | null;
            /** Format: date-time */
            escalatedAt: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            raisedAt: string;
            /** @enum {string} */
            rule: "no_progress" | "stage_overdue" | "window_closing" | "window_closed" | "slate_late" | "client_silent" | "offer_pending" | "thin_pipeline" | "decision_maker_silent" | "pace";
            sentence: string;
            /** @enum {string} */
            severity: "watch" | "stalled";
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: "open" | "suspended" | "cleared";
        };
        PendingInvitationDto: {
            /** Format: date-time */
            askedAt: string;
            expired: boolean;
            /** Format: date-time */
            expiresAt: string | null;
            /** @description The mail server does not accept emails for this address. */
            refused: boolean;
            /**
             * Format: date-time
             * @description Null while the email is on its way.
             */
            sentAt: string | null;
        };
        PendingSignUpDto: {
            country: string;
            email: string;
            firmName: string;
            name: string;
            /** @description False if the firm joins the login this address already has. */
            needsPassword: boolean;
            region: string | null;
            timeZone: string;
        };
        PersonExportDto: {
            /** @description Says that it holds only what its author may see; the complete one comes from the command line. */
            extent: string;
            firm: string;
            /** @description Room, table, records. */
            held: {
                [key: string]: {
                    [key: string]: {
                        [key: string]: unknown;
                    }[];
                };
            };
            /** Format: date-time */
            madeAt: string;
            person: components["schemas"]["PersonRefDto"];
            purposes: string[];
            recipients: string[];
            retention: string[];
            rights: string[];
            sources: string[];
        };
        PersonInPlayDto: {
            /** Format: uuid */
            candidacyId: string;
            /** Format: uuid */
            candidateId: string;
            candidateName: string;
            days: components["schemas"]["DeskDaysDto"];
            /**
             * Format: date-time
             * @description The first move beyond sourcing, or the opening of the episode.
             */
            from: string;
            stays: components["schemas"]["StayDto"][];
            /** @description One after the other, without a gap. */
            stretches: components["schemas"]["StretchDto"][];
            /**
             * Format: date-time
             * @description The end of the candidacy, the closing, or now.
             */
            to: string;
        };
        PersonRefDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "candidate" | "contact";
        };
        PipelineHealthDto: {
            /** Format: date-time */
            at: string;
            counts: components["schemas"]["HealthCountsDto"];
            searches: components["schemas"]["HealthRowDto"][];
            timeToOffer: components["schemas"]["TimeToOfferDto"];
            whoStalls: components["schemas"]["WhoStallsDto"];
            /** @description Windows that close this week, however many are listed. */
            windowsClosing: number;
            windowsThisWeek: components["schemas"]["ClosingWindowDto"][];
        };
        PlacedByInsightDto: {
            day: number;
            /** @description What it is, in one sentence. */
            definition: string;
            /** @description The upper end of its 95 % interval. */
            high: number | null;
            /** @description The lower end of its 95 % interval. */
            low: number | null;
            /** @description Why the market's share and its days to an offer do not contradict each other, told by the figures of the firm; null where these cannot show it. */
            marketExplained: string | null;
            /** @description The line of the market to hold it against. */
            marketShare: number;
            /** @description How many it counts. */
            n: number;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            /** @description From 0 to 1; null where none is claimed. */
            share: number | null;
            /** @description On that day; they add up to 1. */
            shares: components["schemas"]["PlacementSharesDto"] | null;
            /** @description As far as at least five are still waiting; thinned to 500. */
            steps: components["schemas"]["PlacementStepDto"][];
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        PlacedCandidacyDto: {
            candidate: components["schemas"]["CandidateLabelDto"];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            placedAt: string;
            /** Format: uuid */
            stageId: string;
        };
        PlacementCohortDto: {
            /** @description The upper end of its 95 % interval. */
            high: number | null;
            /** @description The lower end of its 95 % interval. */
            low: number | null;
            /** @description Ended otherwise. */
            notPlaced: number;
            /** @description Go on, and are not in the share. */
            open: number;
            /**
             * @description The quarter of opening; null: all of them.
             * @example 2026-Q4
             */
            opened: string | null;
            placed: number;
            /** @description From 0 to 1; null where none is claimed. */
            share: number | null;
        };
        PlacementRateInsightDto: {
            all: components["schemas"]["PlacementCohortDto"];
            cohorts: components["schemas"]["PlacementCohortDto"][];
            /** @description What it is, in one sentence. */
            definition: string;
            /** @description How many it counts. */
            n: number;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        PlacementSharesDto: {
            cancelled: number;
            internal_hire: number;
            placed: number;
            terminated: number;
            unfilled: number;
            /** @description Not ended yet. */
            waiting: number;
        };
        PlacementStepDto: {
            atRisk: number;
            cancelled: number;
            /** @description Days since the opening, net of holds. */
            day: number;
            internal_hire: number;
            placed: number;
            terminated: number;
            unfilled: number;
            /** @description Not ended yet. */
            waiting: number;
        };
        PolicyAllowedDto: {
            edit: boolean;
        };
        PolicySettingsDto: {
            clientSilentStalledDays?: number | null;
            clientSilentWatchDays?: number | null;
            decisionMakerDays?: number | null;
            escalateAfterDays?: number | null;
            mailClientForFeedback?: boolean | null;
            noProgressDays?: number | null;
            noProgressSourcingDays?: number | null;
            offerPendingDays?: number | null;
            slateDay?: number | null;
            slateSize?: number | null;
            /** @description Working days by stage id; null takes one back. */
            stageBudgets?: {
                [key: string]: number | null;
            } | null;
            thinPipelineDay?: number | null;
            thinPipelineSize?: number | null;
            windowCloseDay?: number | null;
            windowWatchDay?: number | null;
        };
        PolicyVersionDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["NamedDto"] | null;
            /** @description What differs from the previous version, one sentence each. */
            changes: string[];
            version: number;
        };
        PolicyVersionListDto: {
            /** @description The latest 50, the newest first. */
            items: components["schemas"]["PolicyVersionDto"][];
        };
        PolicyViewDto: {
            allowed: components["schemas"]["PolicyAllowedDto"];
            /** @enum {string} */
            scope: "firm" | "role" | "search";
            /** @description Empty for the firm, a role's key, or the id of a search. */
            scopeKey: string;
            settings: components["schemas"]["ExplainedSettingDto"][];
            stageBudgets: components["schemas"]["ExplainedBudgetDto"][];
            /** @description The layer's own version; 0 while it sets nothing. */
            version: number;
        };
        PreviewNewcomersDto: {
            /**
             * @example [
             *       {
             *         "email": "person@firm.example",
             *         "employer": "Simulated Robotics",
             *         "name": "Simulated Person"
             *       }
             *     ]
             */
            people: components["schemas"]["ListedPersonDto"][];
            /**
             * Format: uuid
             * @description The search they are to be in.
             */
            searchId?: string;
        };
        Problem: {
            code: string;
            /** @description The record as it is now, when a write came with a stale version. */
            current?: {
                [key: string]: unknown;
            };
            detail: string;
            /** @description Who is already here with the same address, number or link, when a person may be about to be added twice. */
            duplicates?: components["schemas"]["Duplicate"][];
            /** @description What is wrong with each field, when fields are wrong. */
            errors?: components["schemas"]["FieldProblem"][];
            /** @description Where a person asked to be forgotten: whether you may keep them again, with `despiteErasure`. */
            mayKeep?: boolean;
            /** @description Quote it to the operator; the log shows the same one. */
            requestId?: string;
            /** @description Seconds to wait before the next attempt. */
            retryAfter?: number;
            status: number;
            title: string;
            type: string;
        };
        PutAwayDto: {
            /**
             * @description False calls them back.
             * @example true
             */
            away: boolean;
        };
        ReactivateCandidacyDto: {
            /** @description The version of the record that was read. */
            version: number;
        };
        RefusalDto: {
            column: string | null;
            file: string;
            /** @description As a spreadsheet counts: the header is row 1. */
            row: number;
            sentence: string;
        };
        RefusedAloneDto: {
            /** @description Which of them, counted from 0. */
            at: number;
            /** @description The code with which it would be refused alone. */
            code: string;
            detail: string;
        };
        RenameAccountDto: {
            name: string;
            version: number;
        };
        ReopenSearchDto: {
            /** @description The version of the record that was read. */
            version: number;
        };
        RequestPasswordResetDto: {
            /** Format: email */
            email: string;
            /** @description Accepted and not used: the email leads to /reset-password. */
            redirectTo?: string;
        };
        ResetPasswordDto: {
            newPassword: string;
            token: string;
        };
        ResumeSearchDto: {
            /** @description The version of the record that was read. */
            version: number;
        };
        RolePolicyDto: {
            allowed: components["schemas"]["PolicyAllowedDto"];
            /** @enum {string} */
            scope: "firm" | "role" | "search";
            /** @description Empty for the firm, a role's key, or the id of a search. */
            scopeKey: string;
            settings: components["schemas"]["ExplainedSettingDto"][];
            stageBudgets: components["schemas"]["ExplainedBudgetDto"][];
            title: string;
            /** @description The layer's own version; 0 while it sets nothing. */
            version: number;
        };
        RoleTemplateAllowedDto: {
            edit: boolean;
        };
        RoleTemplateDto: {
            allowed: components["schemas"]["RoleTemplateAllowedDto"];
            /** @description No search is opened from it any more. */
            archived: boolean;
            /**
             * @description The letters with which the references of its searches begin.
             * @example CAIO
             */
            code: string;
            /** @description What a new search starts with, by weight. */
            criteria: components["schemas"]["CriterionDto"][];
            /** @enum {string} */
            family: "leadership" | "infrastructure" | "research" | "governance" | "product";
            /** Format: uuid */
            id: string;
            /** @description What searches, limits and import files call the role; it never changes. */
            key: string;
            /** @example Chief AI Officer */
            title: string;
            version: number;
        };
        RoleTemplatesAllowedDto: {
            add: boolean;
        };
        RoleTemplatesDto: {
            allowed: components["schemas"]["RoleTemplatesAllowedDto"];
            /** @description No longer in use, by title. */
            archived: components["schemas"]["RoleTemplateDto"][];
            /** @description In use, by title. */
            items: components["schemas"]["RoleTemplateDto"][];
        };
        SaveViewDto: {
            /**
             * @description What the list is asked for, as its address says it.
             * @example [
             *       "sort=-added",
             *       "country=DE"
             *     ]
             */
            asked: string[];
            /** @enum {string} */
            list: "candidates" | "searches" | "clients";
            /** @example Doctorates in Germany */
            name: string;
            /** @description Everybody in the firm sees it. */
            shared: boolean;
        };
        SearchAllowedDto: {
            addCandidates: boolean;
            /** @description Change the lead, the team and whether it is confidential. */
            changeAccess: boolean;
            close: boolean;
            edit: boolean;
            hold: boolean;
            /** @description Leave its team. */
            leave: boolean;
            reopen: boolean;
            resume: boolean;
        };
        SearchAsOfDto: {
            clientName: string;
            confidential: boolean;
            day: number;
            flags: components["schemas"]["FlagAsOfDto"][];
            /** @enum {string} */
            health: "on_track" | "at_risk" | "stalled" | "on_hold";
            /** Format: uuid */
            id: string;
            lead: components["schemas"]["NamedDto"];
            ref: string | null;
            title: string;
        };
        SearchDto: {
            /** @description Live candidacies. */
            activeCount: number;
            /** @description What the reader may do next. */
            allowed: components["schemas"]["SearchAllowedDto"];
            client: components["schemas"]["NamedDto"];
            /** @enum {string|null} */
            closeReason: "placed" | "internal_hire" | "cancelled" | "terminated" | "unfilled" | null;
            /** Format: date-time */
            closedAt: string | null;
            confidential: boolean;
            /** @description In order of weight. */
            criteria: components["schemas"]["CriterionDto"][];
            /** @description Local midnights in the office's zone since the running episode opened. */
            day: number;
            /** @enum {string} */
            engagement: "retained" | "container" | "contingent";
            /**
             * @description Null once the search has ended.
             * @enum {string|null}
             */
            health: "on_track" | "at_risk" | "stalled" | "on_hold" | null;
            holds: components["schemas"]["SearchHoldDto"][];
            /** Format: uuid */
            id: string;
            lead: components["schemas"]["NamedDto"];
            nextStep: string | null;
            office: components["schemas"]["SearchOfficeDto"];
            /** Format: date-time */
            openedAt: string;
            /** @description The sentence of the most pressing flag. */
            reason: string | null;
            ref: string | null;
            region: string | null;
            /** @description A key of the role templates; an imported search may have another. */
            roleKey: string;
            /** @enum {string} */
            status: "draft" | "open" | "on_hold" | "offer" | "placed" | "closed";
            /** Format: date */
            targetDate: string | null;
            /** @description The lead first. */
            team: components["schemas"]["NamedDto"][];
            title: string;
            version: number;
        };
        SearchFiguresDto: {
            /** @description Elapsed days, those on hold included: the sum of the days on all desks. */
            ageDays: number;
            /**
             * Format: date-time
             * @description Null while it runs.
             */
            closedAt: string | null;
            days: components["schemas"]["DeskDaysDto"];
            /** @description Whose desk, in one sentence. */
            definition: string;
            /** @description How many people came into play. */
            inPlay: number;
            /**
             * Format: date-time
             * @description The opening or last reopening.
             */
            openedAt: string;
            /** @description Of them the last 200, in the order they came. */
            people: components["schemas"]["PersonInPlayDto"][];
            /** @description In the order of the process. */
            stages: components["schemas"]["StageStaysDto"][];
            /** @description One after the other, without a gap. */
            stretches: components["schemas"]["StretchDto"][];
            /** @description What is said where nobody has come into play. */
            words: string | null;
        };
        SearchHoldDto: {
            /** Format: date-time */
            endedAt: string | null;
            reason: string | null;
            /** Format: date-time */
            startedAt: string;
        };
        SearchListDto: {
            items: components["schemas"]["SearchDto"][];
        };
        SearchOfficeDto: {
            /** Format: uuid */
            id: string;
            key: string;
            timeZone: string;
        };
        SearchPageDto: {
            items: components["schemas"]["SearchRowDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        SearchRowDto: {
            /** @description Live candidacies. */
            activeCount: number;
            client: components["schemas"]["NamedDto"];
            confidential: boolean;
            /** @description Local midnights in the office's zone since the running episode opened. */
            day: number;
            /**
             * @description Null once the search has ended.
             * @enum {string|null}
             */
            health: "on_track" | "at_risk" | "stalled" | "on_hold" | null;
            /** Format: uuid */
            id: string;
            lead: components["schemas"]["NamedDto"];
            nextStep: string | null;
            /** Format: date-time */
            openedAt: string;
            /** @description The sentence of the most pressing flag. */
            reason: string | null;
            ref: string | null;
            /** @description A key of the role templates; an imported search may have another. */
            roleKey: string;
            /** @enum {string} */
            status: "draft" | "open" | "on_hold" | "offer" | "placed" | "closed";
            /** Format: date */
            targetDate: string | null;
            title: string;
            version: number;
        };
        SeenDto: {
            /** @description All of them if left out. */
            ids?: string[];
        };
        SelectedDto: {
            /** Format: uuid */
            id: string;
            name: string;
            version: number;
        };
        SelectionDto: {
            /** @description In the order of the list, 1,000 at most. */
            items: components["schemas"]["SelectedDto"][];
            /** @description More than 1,000 match, and these are the first of them. */
            more: boolean;
        };
        SetArticle14Dto: {
            /**
             * Format: date-time
             * @description When the notice was sent; now if left out.
             */
            at?: string;
            /** @description Why they need not be told, with an exemption. */
            reason?: string;
            /** @enum {string} */
            state: "due" | "sent" | "exempt";
            /** @description The version of the candidate that was read. */
            version: number;
        };
        SetInterviewDto: {
            /** Format: date-time */
            endsAt: string;
            /** @description A room, an address or a link. */
            place?: string;
            /** Format: date-time */
            startsAt: string;
            /** @description Who speaks with the candidate. */
            withWhom?: string;
        };
        SetStartDateDto: {
            /**
             * Format: date
             * @description The first day; null if it is no longer agreed.
             */
            startDate: string | null;
            /** @description The version of the record that was read. */
            version: number;
        };
        SetUpDto: {
            /**
             * @description ISO 3166-1, two letters.
             * @example DE
             */
            country: string;
            /** Format: email */
            email: string;
            firmName: string;
            name: string;
            password: string;
            /**
             * @description ISO 3166-2, where `GET /regions` has some: their holidays differ.
             * @example DE-BY
             */
            region?: string | null;
            /** @example Europe/Berlin */
            timeZone: string;
            /** @description From the link that the api prints when it starts. */
            token: string;
        };
        SideBySideDto: {
            /** Format: date-time */
            at: string;
            definition: string;
            one: components["schemas"]["SideDto"];
            other: components["schemas"]["SideDto"];
            /** @description What the test says. */
            sentence: string;
            /** @description Episodes in both selections, which leaves no test. */
            shared: number;
            test: components["schemas"]["TestDto"];
        };
        SideDto: {
            /** @description How many were still waiting at some ages. */
            atRisk: components["schemas"]["AtAgeDto"][];
            /** @description Without an offer, by the whole days that they were watched. */
            censored: components["schemas"]["AtAgeDto"][];
            /** @description Episodes counted: a search that was reopened has one more. */
            episodes: number;
            /** @description Offers to be expected if both waited equally long. */
            expected: number;
            highDays: number | null;
            lowDays: number | null;
            /** @description Kaplan-Meier median in days net of holds; null: not reached, or fewer than five searches. */
            medianDays: number | null;
            /** @description Episodes in which an offer was extended. */
            offers: number;
            /** @description Of how many searches. */
            searches: number;
            /** @description As far as at least five are still waiting; thinned to 500. */
            steps: components["schemas"]["WaitingStepDto"][];
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        SignInDto: {
            /** Format: email */
            email: string;
            password: string;
            /** @description Otherwise the session ends with the browser, and after half a day without use. */
            rememberMe?: boolean;
        };
        SignUpDto: {
            /**
             * @description ISO 3166-1, two letters.
             * @example DE
             */
            country: string;
            /** Format: email */
            email: string;
            firmName: string;
            name: string;
            /**
             * @description ISO 3166-2, where `GET /regions` has some: their holidays differ.
             * @example DE-BY
             */
            region?: string | null;
            /** @example Europe/Berlin */
            timeZone: string;
            /** @description Required if this installation asks for one. */
            token?: string;
        };
        SignUpLinkDto: {
            token: string;
        };
        SignUpStateDto: {
            /** @description There is no firm yet. */
            first: boolean;
            /** @enum {string} */
            mode: "open" | "token" | "closed";
        };
        SnoozeDto: {
            /**
             * Format: date
             * @description The flag returns when this day begins at the office of the search.
             */
            until: string;
        };
        SourcedBudgetDto: {
            /**
             * @description `share`: its part of the market window.
             * @enum {string}
             */
            origin: "share" | "stage" | "firm" | "role" | "search";
            value: number | null;
        };
        SourcedValueDto: {
            /** @enum {string} */
            origin: "default" | "firm" | "role" | "search";
            value: number | boolean;
        };
        StageDto: {
            /** @description Nobody can be put there any more. */
            archived: boolean;
            /** @description Null if it has no budget of its own. */
            budgetWorkingDays: number | null;
            /** Format: uuid */
            id: string;
            /** @description What import files call it. */
            key: string;
            /** @enum {string} */
            kind: "sourcing" | "engaged" | "assessed" | "presented" | "client_interview" | "finalist" | "offer" | "placed";
            label: string;
            position: number;
        };
        StagePassthroughDto: {
            /** @description Stays that ended otherwise. */
            ended: number;
            /** @description The upper end of its 95 % interval. */
            high: number | null;
            /** @enum {string} */
            kind: "sourcing" | "engaged" | "assessed" | "presented" | "client_interview" | "finalist" | "offer" | "placed";
            /** @description The lower end of its 95 % interval. */
            low: number | null;
            /** @description Stays that ended in a later kind. */
            passed: number;
            /** @description From 0 to 1; null where none is claimed. */
            share: number | null;
            /** @description Stays in progress. */
            waiting: number;
        };
        StageStaysDto: {
            /** @description Working days; null for a stage without a budget. */
            budgetDays: number | null;
            label: string;
            /** @description The longest of them, in working days. */
            longestDays: number;
            /** @description In how many of them the budget was used up. */
            overBudget: number;
            /** Format: uuid */
            stageId: string;
            /** @description How many of these stays go on. */
            standing: number;
            /** @description How often somebody stood there. */
            stays: number;
        };
        StageTimeDto: {
            /** @description Stays that are over. */
            ended: number;
            /** @description The median over both (Kaplan-Meier). */
            expectedDays: number | null;
            /** @description Days with their fraction; null where none is claimed. */
            highDays: number | null;
            /** @enum {string} */
            kind: "sourcing" | "engaged" | "assessed" | "presented" | "client_interview" | "finalist" | "offer" | "placed";
            /** @description Days with their fraction; null where none is claimed. */
            lowDays: number | null;
            /** @description Days with their fraction; null where none is claimed. */
            lowerDays: number | null;
            /** @description Days with their fraction; null where none is claimed. */
            medianDays: number | null;
            /** @description Days with their fraction; null where none is claimed. */
            upperDays: number | null;
            /** @description Stays in progress. */
            waiting: number;
            /** @description The median age of those in progress. */
            waitingDays: number | null;
        };
        StageVersionDto: {
            /** Format: date-time */
            at: string;
            /** @description Null if it came with an import or with the founding of the firm. */
            by: components["schemas"]["NamedDto"] | null;
            /** @description What differs from the previous version, one sentence each. */
            changes: string[];
            version: number;
        };
        StageVersionListDto: {
            /** @description The latest 50, the newest first. */
            items: components["schemas"]["StageVersionDto"][];
        };
        StagesAllowedDto: {
            edit: boolean;
        };
        StagesDto: {
            allowed: components["schemas"]["StagesAllowedDto"];
            /** @description No longer in use. */
            archived: components["schemas"]["StageDto"][];
            /** @description In use, in the order of the process. */
            items: components["schemas"]["StageDto"][];
            /** @description Increases with every change of a stage. */
            version: number;
        };
        StallGroupDto: {
            atRisk: number;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Local dates since the first deadline that an open flag has passed; null: no open flag. */
            oldestFlagDays: number | null;
            onHold: number;
            onTrack: number;
            /** @description Running searches. */
            searches: number;
            stalled: number;
            /** @description Windows that close this week. */
            windowsClosing: number;
        };
        StayDto: {
            /** @description Working days; null for a stage without a budget. */
            budgetDays: number | null;
            /** Format: date-time */
            from: string;
            label: string;
            /** @description Whether the budget was used up there. */
            overBudget: boolean;
            /** Format: uuid */
            stageId: string;
            /** @description Whether they stand there still. */
            standing: boolean;
            /** Format: date-time */
            to: string;
            /** @description Working days passed, those on hold taken out. */
            workingDays: number;
        };
        StretchDto: {
            /** @enum {string} */
            desk: "hold" | "candidate" | "client" | "firm";
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description No longer in it.
             */
            to: string;
        };
        SubscribeDto: {
            subscribed: boolean;
            token: string;
        };
        SupposedForDto: {
            /** Format: uuid */
            candidacyId: string;
            /**
             * Format: date
             * @description At the close of business at the office.
             */
            on: string;
        };
        SupposedPersonDto: {
            /** Format: uuid */
            candidacyId: string;
            name: string;
            /** Format: uuid */
            stageId: string;
        };
        SupposedStageDto: {
            budgetDays: number | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "sourcing" | "engaged" | "assessed" | "presented" | "client_interview" | "finalist" | "offer" | "placed";
            label: string;
        };
        TakeBackDto: {
            /** @enum {string} */
            by: "client" | "candidate";
            reason: string;
            /** @description The version of the record that was read. */
            version: number;
        };
        TaskDto: {
            assignee: components["schemas"]["NamedDto"];
            candidate: components["schemas"]["NamedDto"] | null;
            contact: components["schemas"]["NamedDto"] | null;
            /** Format: date-time */
            doneAt: string | null;
            /** Format: date-time */
            dueAt: string;
            /** Format: uuid */
            id: string;
            search: components["schemas"]["TitledDto"] | null;
            title: string;
            version: number;
        };
        TaskPageDto: {
            items: components["schemas"]["TaskDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        TestDto: {
            /** @description Chi-square; null: there is no test. */
            chi2: number | null;
            /** @description Degrees of freedom. */
            df: number;
            /** @description How likely so large a difference is by chance. */
            p: number | null;
        };
        TimeInStageInsightDto: {
            /** @description What it is, in one sentence. */
            definition: string;
            /** @description How many it counts. */
            n: number;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            stages: components["schemas"]["StageTimeDto"][];
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        TimeToOfferDto: {
            /** @description Mean over searches with an offer only; too low while searches are open. */
            completedMeanDays: number | null;
            /** @description Episodes counted: a search that was reopened has one more. */
            episodes: number;
            highDays: number | null;
            lowDays: number | null;
            /** @description The market figure to compare it with. */
            marketDays: number;
            /** @description Kaplan-Meier median in days net of holds; null: not reached, or fewer than five searches. */
            medianDays: number | null;
            /** @description Episodes in which an offer was extended. */
            offers: number;
            /** @description Offers dated before the opening or after the closing of their search, which are in no figure. */
            offersLeftOut: number;
            /** @description Searches counted, open ones included. */
            searches: number;
            sentence: string;
        };
        TimeToOfferInsightDto: {
            /** @description How many were still waiting at some ages. */
            atRisk: components["schemas"]["AtAgeDto"][];
            /** @description Without an offer, by the whole days that they were watched. */
            censored: components["schemas"]["AtAgeDto"][];
            /** @description Mean over searches with an offer only; too low while searches are open. */
            completedMeanDays: number | null;
            /** @description What it is, in one sentence. */
            definition: string;
            /** @description Episodes counted: a search that was reopened has one more. */
            episodes: number;
            highDays: number | null;
            leftOut: components["schemas"]["LeftOutDto"];
            lowDays: number | null;
            /** @description The market figure to compare it with. */
            marketDays: number;
            /** @description Kaplan-Meier median in days net of holds; null: not reached, or fewer than five searches. */
            medianDays: number | null;
            /** @description How many it counts. */
            n: number;
            /** @description Episodes in which an offer was extended. */
            offers: number;
            /** @description The first 200 of them, those opened last first. */
            searchIds: string[];
            /** @description Of how many searches. */
            searches: number;
            sentence: string;
            /** @description As far as at least five are still waiting; thinned to 500. */
            steps: components["schemas"]["WaitingStepDto"][];
            /** @enum {string} */
            unit: "days" | "share" | "searches" | "candidates";
            /** @description Why the median is longer than the mean; null where it is not. */
            whyLonger: string | null;
            /** @description What is said where there is too little to claim anything from. */
            words: string | null;
        };
        TimelineEntryDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["NamedDto"] | null;
            candidate: components["schemas"]["NamedDto"] | null;
            /** @description The reader may correct or withdraw it. */
            changeable: boolean;
            contact: components["schemas"]["NamedDto"] | null;
            /** @description The stage moved from; who decided that a candidacy ends. */
            from: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "activity" | "move" | "interview" | "offer" | "outcome" | "search";
            /** @description Colleagues who are named in it. */
            mentions: components["schemas"]["NamedDto"][];
            search: components["schemas"]["TitledDto"] | null;
            text: string | null;
            /** @description Of an activity. */
            version: number | null;
            /** @description Withdrawn, corrected or called off: it no longer counts. */
            voided: components["schemas"]["WithdrawalDto"] | null;
            /** @description The kind of activity, the stage moved to, what became of an offer (`extended` at first), of a candidacy, or of a search (`opened`, `held`, `resumed`, `closed`, `reopened`). */
            what: string;
        };
        TimelinePageDto: {
            items: components["schemas"]["TimelineEntryDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
        };
        TitledDto: {
            /** Format: uuid */
            id: string;
            title: string;
        };
        TodayCandidacyDto: {
            /** Format: uuid */
            candidateId: string;
            candidateName: string;
            /** Format: uuid */
            id: string;
        };
        TodayCountsDto: {
            acknowledged: number;
            client: number;
            lost: number;
            ours: number;
            save: number;
        };
        TodayDto: {
            /** @description How many of the market windows of people in the whole list close within a week. */
            closingSoon: number;
            /** @description Candidacies and searches of the whole list, by group. */
            counts: components["schemas"]["TodayCountsDto"];
            /** @description Flags that you acknowledged, snoozed or handed on today, and those of your searches that were cleared today. */
            done: number;
            items: components["schemas"]["TodayItemDto"][];
            /** @description Pass it as `after` to get the next page; null on the last page. */
            next: string | null;
            /** @description How many more flags there would be, had they not been snoozed. */
            snoozed: number;
        };
        TodayItemDto: {
            acknowledged: boolean;
            assignedTo: components["schemas"]["NamedDto"] | null;
            candidacy: components["schemas"]["TodayCandidacyDto"] | null;
            /** Format: date-time */
            deadline: string;
            /** @description It was escalated to the partners. */
            escalated: boolean;
            /** Format: uuid */
            flagId: string;
            /**
             * @description What can still be saved this week, waits for the client, is ours to move, is lost, or is acknowledged: the same for all flags of one candidacy, or of one search itself.
             * @enum {string}
             */
            group: "save" | "client" | "ours" | "lost" | "acknowledged";
            /** @description Who assigned it; null if nobody, or they took it themselves. */
            handedOn: components["schemas"]["HandedOnDto"] | null;
            nextStep: string;
            /** @enum {string} */
            rule: "no_progress" | "stage_overdue" | "window_closing" | "window_closed" | "slate_late" | "client_silent" | "offer_pending" | "thin_pipeline" | "decision_maker_silent" | "pace";
            search: components["schemas"]["TodaySearchDto"];
            sentence: string;
            /** @enum {string} */
            severity: "watch" | "stalled";
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            snoozedUntil: string | null;
            /** @description What can be done so that it goes, best first. */
            ways: components["schemas"]["WayOutDto"][];
            window: components["schemas"]["MarketWindowDto"] | null;
        };
        TodaySearchDto: {
            clientName: string;
            /** Format: uuid */
            id: string;
            title: string;
        };
        UnseenDto: {
            /** @description At most 1000 are counted. */
            unseen: number;
        };
        UnsubscriptionDto: {
            /** @enum {string} */
            kind: "daily_digest" | "pipeline_health" | "client_feedback";
            subscribed: boolean;
        };
        UserActionsDto: {
            /** @description Name and office. */
            change: boolean;
            changeRole: boolean;
            deactivate: boolean;
            reactivate: boolean;
            resend: boolean;
            takeBack: boolean;
        };
        UserDto: {
            allowed: components["schemas"]["UserActionsDto"];
            /** Format: date-time */
            deactivatedAt: string | null;
            email: string;
            /** Format: uuid */
            id: string;
            invitation: components["schemas"]["PendingInvitationDto"] | null;
            name: string;
            /** Format: uuid */
            officeId: string;
            /** @enum {string} */
            role: "admin" | "partner" | "consultant" | "researcher";
            /** @enum {string} */
            state: "active" | "invited" | "deactivated";
            version: number;
        };
        UserListDto: {
            /** @description The roles you may invite a person as; empty if you may not invite. */
            invitableRoles: ("admin" | "partner" | "consultant" | "researcher")[];
            items: components["schemas"]["UserDto"][];
        };
        VersionDto: {
            /** @description The version of the record that was read. */
            version: number;
        };
        ViewAllowedDto: {
            change: boolean;
        };
        ViewDto: {
            allowed: components["schemas"]["ViewAllowedDto"];
            /**
             * @description What the list is asked for, as its address says it.
             * @example [
             *       "sort=-added",
             *       "country=DE"
             *     ]
             */
            asked: string[];
            by: components["schemas"]["NamedDto"];
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            list: "candidates" | "searches" | "clients";
            /** @example Doctorates in Germany */
            name: string;
            shared: boolean;
            version: number;
        };
        ViewListDto: {
            /** @description By name. */
            items: components["schemas"]["ViewDto"][];
        };
        WaitingStepDto: {
            /** @description Still waiting just before. */
            atRisk: number;
            /** @description Days since the opening, net of holds. */
            day: number;
            /** @description Offers on that day. */
            events: number;
            high: number | null;
            low: number | null;
            /** @description The share still waiting from then on. */
            waiting: number;
        };
        WantedStageDto: {
            /** @description Working days a candidate may stay; null for a share of the market window. */
            budgetWorkingDays: number | null;
            /**
             * Format: uuid
             * @description Left out or null for a new stage.
             */
            id?: string | null;
            /**
             * @description Stays as it is for a stage that exists.
             * @enum {string}
             */
            kind: "sourcing" | "engaged" | "assessed" | "presented" | "client_interview" | "finalist" | "offer" | "placed";
            label: string;
        };
        WayOutDto: {
            /**
             * @description Log what was said, move people, extend an offer, record what became of one, end the candidacy, change the target date, or change the limits.
             * @enum {string}
             */
            act: "log" | "move" | "offer" | "decide" | "end" | "target" | "limits";
            /**
             * @description What is to be logged.
             * @enum {string|null}
             */
            kind: "call" | "email" | "meeting" | "interview" | "client_feedback" | "note" | null;
            /** @description It counts only where it was with a decision maker of the client. */
            withDecisionMaker: boolean;
        };
        WhatIfDto: {
            /** @description Client answers on a future day. */
            clientAnswers?: components["schemas"]["SupposedForDto"][];
            limits?: components["schemas"]["LimitsDto"];
            merge?: components["schemas"]["MergeDto"];
            /** @description Offers extended on a future day. */
            offers?: components["schemas"]["SupposedForDto"][];
            /** @description Working days by stage id. */
            stageBudgets?: {
                [key: string]: number;
            };
        };
        WhatIfResultDto: {
            /** @description Flags that stand, or will within the days looked ahead, the earliest first. */
            flags: components["schemas"]["FlagChangeDto"][];
            health: components["schemas"]["HealthChangeDto"];
            /** @description How many days ahead flags are looked for: as long as a market window of the search. */
            horizonDays: number;
            /** @description Everybody live in the search, where they would stand. */
            people: components["schemas"]["SupposedPersonDto"][];
            stages: components["schemas"]["SupposedStageDto"][];
            windows: components["schemas"]["WindowChangeDto"][];
        };
        WhoStallsDto: {
            clients: components["schemas"]["StallGroupDto"][];
            leads: components["schemas"]["StallGroupDto"][];
            offices: components["schemas"]["StallGroupDto"][];
        };
        WhyCalendarDto: {
            days: components["schemas"]["WhyDayDto"][];
            /** Format: date */
            deadline: string;
            /**
             * Format: date
             * @description The local date the clock runs from.
             */
            start: string;
            /** Format: date */
            today: string;
            zone: string;
        };
        WhyDayDto: {
            /** Format: date */
            date: string;
            /**
             * @description Who keeps the holiday.
             * @enum {string|null}
             */
            keptBy: "office" | "client" | null;
            /** @enum {string} */
            kind: "counts" | "weekend" | "holiday" | "held";
            /** @description The holiday's. */
            name: string | null;
            /** @description Which of the counted days it is. */
            number: number | null;
        };
        WhyFactDto: {
            /** Format: date-time */
            at: string;
            by: string | null;
            /** Format: uuid */
            candidacyId: string | null;
            candidateName: string | null;
            /** @enum {string} */
            kind: "stage_move" | "activity" | "interview" | "offer" | "search_opened";
            /** @description The stage moved to, the kind of activity, what became of the offer. */
            what: string | null;
        };
        WindowChangeDto: {
            after: components["schemas"]["WindowForecastDto"];
            before: components["schemas"]["WindowForecastDto"];
            /** Format: uuid */
            candidacyId: string;
        };
        WindowForecastDto: {
            /** Format: uuid */
            candidacyId: string;
            /** Format: date-time */
            closesAt: string;
            /** @description The offer comes before the window closes. */
            kept: boolean;
            /**
             * Format: date-time
             * @description If every stage from their current one on takes its full budget.
             */
            offerAt: string | null;
        };
        WithdrawActivityDto: {
            reason: string;
            /** @description The version of the activity that was read. */
            version: number;
        };
        WithdrawalDto: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["NamedDto"] | null;
            reason: string | null;
        };
        WithdrawnActivityDto: {
            /** Format: uuid */
            id: string;
        };
    };
    responses: {
        /** @description Refused before the address was looked at: `method_not_allowed` (405), `head_too_large` (431), `address_too_long` (414). */
        Refusal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    absences_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    absences_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAbsenceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    absences_remove: {
        parameters: {
            query: {
                /** @description The version that was read. */
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    absences_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAbsenceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    account_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    account_rename: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameAccountDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    account_enterFirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterFirmDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    account_changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    account_listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSessionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    account_endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessionsDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    account_endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    activities_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                searchId?: string;
                candidateId?: string;
                contactId?: string;
                /** @description Of its searches, and with its contacts. */
                clientId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    activities_log: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogActivityDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedActivityDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    activities_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectActivityDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectedActivityDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    activities_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityVersionsDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    activities_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawActivityDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawnActivityDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    auth_requestPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPasswordResetDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    auth_resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    auth_signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    auth_signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    pipeline_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidacyDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    pipeline_correct: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectMoveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidacyDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    interviews_ofCandidacy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    interviews_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetInterviewDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    pipeline_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveCandidacyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    offers_extend: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendOfferDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidacyWithOfferDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    pipeline_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndCandidacyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidacyDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    pipeline_reactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactivateCandidacyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidacyDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    candidates_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                /** @description Each word must begin a word of the name, the title or the employer. */
                q?: string;
                /** @description Each word must begin a word of the city. */
                city?: string;
                /** @description ISO 3166-1, two letters. */
                country?: string;
                layer?: "inference_infrastructure" | "evaluation_reliability" | "product_execution" | "governance" | "research";
                signal?: "hyperscaler_alumni" | "phd" | "frontier_lab" | "big4_ai";
                /** @description Whether they are in a running search that you may see. */
                active?: "true" | "false";
                /** @description With a hyphen the list goes down. What has no value comes last. */
                sort?: "name" | "-name" | "employer" | "-employer" | "city" | "-city" | "added" | "-added";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatePageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    candidates_add: {
        parameters: {
            query?: {
                /** @description true: save even if a person with the same address, number or link is already here. */
                force?: "true" | "false";
            };
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCandidateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    sheets_candidates: {
        parameters: {
            query: {
                /** @description Each word must begin a word of the name, the title or the employer. */
                q?: string;
                /** @description Each word must begin a word of the city. */
                city?: string;
                /** @description ISO 3166-1, two letters. */
                country?: string;
                layer?: "inference_infrastructure" | "evaluation_reliability" | "product_execution" | "governance" | "research";
                signal?: "hyperscaler_alumni" | "phd" | "frontier_lab" | "big4_ai";
                /** @description Whether they are in a running search that you may see. */
                active?: "true" | "false";
                /** @description With a hyphen the list goes down. What has no value comes last. */
                sort?: "name" | "-name" | "employer" | "-employer" | "city" | "-city" | "added" | "-added";
                format: "csv" | "xlsx";
                /** @description Some of place, employer, layer, background, source, ref, active; those the list begins with if left out. */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    selections_candidates: {
        parameters: {
            query?: {
                /** @description Each word must begin a word of the name, the title or the employer. */
                q?: string;
                /** @description Each word must begin a word of the city. */
                city?: string;
                /** @description ISO 3166-1, two letters. */
                country?: string;
                layer?: "inference_infrastructure" | "evaluation_reliability" | "product_execution" | "governance" | "research";
                signal?: "hyperscaler_alumni" | "phd" | "frontier_lab" | "big4_ai";
                /** @description Whether they are in a running search that you may see. */
                active?: "true" | "false";
                /** @description With a hyphen the list goes down. What has no value comes last. */
                sort?: "name" | "-name" | "employer" | "-employer" | "city" | "-city" | "added" | "-added";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    candidates_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    candidates_edit: {
        parameters: {
            query?: {
                /** @description true: save even if a person with the same address, number or link is already here. */
                force?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditCandidateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    candidates_setArticle14: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetArticle14Dto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    checkIns_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                /** @description Due on this day at the latest. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    checkIns_done: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoCheckInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    checkIns_undone: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    clients_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                /** @description Each word must begin a word of the name, the domain or the industry. */
                q?: string;
                /** @description ISO 3166-1, two letters. */
                country?: string;
                /** @description Each word must begin a word of the industry. */
                industry?: string;
                /** @description With a hyphen the list goes down. What has no value comes last. */
                sort?: "name" | "-name" | "industry" | "-industry" | "country" | "-country";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    clients_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddClientDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    clientChanges_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeClientsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientChangesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    clientChanges_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeClientsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientChangesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    sheets_clients: {
        parameters: {
            query: {
                /** @description Each word must begin a word of the name, the domain or the industry. */
                q?: string;
                /** @description ISO 3166-1, two letters. */
                country?: string;
                /** @description Each word must begin a word of the industry. */
                industry?: string;
                /** @description With a hyphen the list goes down. What has no value comes last. */
                sort?: "name" | "-name" | "industry" | "-industry" | "country" | "-country";
                format: "csv" | "xlsx";
                /** @description Some of industry, country, domain, ref; those the list begins with if left out. */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    selections_clients: {
        parameters: {
            query?: {
                /** @description Each word must begin a word of the name, the domain or the industry. */
                q?: string;
                /** @description ISO 3166-1, two letters. */
                country?: string;
                /** @description Each word must begin a word of the industry. */
                industry?: string;
                /** @description With a hyphen the list goes down. What has no value comes last. */
                sort?: "name" | "-name" | "industry" | "-industry" | "country" | "-country";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    clients_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    clients_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditClientDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    calendars_client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCalendarDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    calendars_editClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditClientCalendarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientCalendarDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    calendars_clientProposals: {
        parameters: {
            query: {
                year: number;
                /** @description ISO 3166-2, instead of the region that is kept; `none`: only the holidays of the whole country. */
                region?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayProposalListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    calendars_clientVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    clients_addContact: {
        parameters: {
            query?: {
                /** @description true: save even if a person with the same address, number or link is already here. */
                force?: "true" | "false";
            };
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddContactDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    clients_editContact: {
        parameters: {
            query?: {
                /** @description true: save even if a person with the same address, number or link is already here. */
                force?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditContactDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    contacts_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactRecordDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    erasures_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    erasures_erase: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasePersonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    logSheets_erasures: {
        parameters: {
            query: {
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    erasures_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "candidate" | "contact";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePreviewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    erasures_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    erasures_exportOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "candidate" | "contact";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonExportDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    figures_figures: {
        parameters: {
            query?: {
                leadId?: string;
                officeId?: string;
                clientId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
                practice?: "leadership" | "infrastructure" | "research" | "governance" | "product";
                /** @description The first day of opening, where the office of the search is. */
                openedFrom?: string;
                /** @description The last day of opening, where the office of the search is. */
                openedTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    sheets_figures: {
        parameters: {
            query: {
                leadId?: string;
                officeId?: string;
                clientId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
                practice?: "leadership" | "infrastructure" | "research" | "governance" | "product";
                /** @description The first day of opening, where the office of the search is. */
                openedFrom?: string;
                /** @description The last day of opening, where the office of the search is. */
                openedTo?: string;
                format: "csv" | "xlsx";
                figure: "timeToOffer" | "placedBy90" | "passthrough" | "timeInStage" | "placementRate" | "openSearches" | "lostToMarket" | "offerAcceptance" | "load";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    figures_sideBySide: {
        parameters: {
            query?: {
                leadId?: string;
                officeId?: string;
                clientId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
                practice?: "leadership" | "infrastructure" | "research" | "governance" | "product";
                /** @description The first day of opening, where the office of the search is. */
                openedFrom?: string;
                /** @description The last day of opening, where the office of the search is. */
                openedTo?: string;
                otherLeadId?: string;
                otherOfficeId?: string;
                otherClientId?: string;
                /** @description The key of a role template. */
                otherRoleKey?: string;
                otherPractice?: "leadership" | "infrastructure" | "research" | "governance" | "product";
                otherOpenedFrom?: string;
                otherOpenedTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SideBySideDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    reports_find: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    firstSteps_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstStepsDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    firstSteps_putAway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutAwayDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstStepsDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_asOf: {
        parameters: {
            query: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                /** @description A moment that has passed. */
                at: string;
                health?: "on_track" | "at_risk" | "stalled" | "on_hold";
                rule?: "no_progress" | "stage_overdue" | "window_closing" | "window_closed" | "slate_late" | "client_silent" | "offer_pending" | "thin_pipeline" | "decision_maker_silent" | "pace";
                leadId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmAsOfDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_changeAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeFlagsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagChangesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_acknowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_assign: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignFlagDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_snooze: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_wake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_why: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagWhyDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    imports_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    imports_start: {
        parameters: {
            query?: {
                /** @description True checks everything and changes nothing. */
                check?: "true" | "false";
            };
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "files": [
                 *         "(clients.csv)",
                 *         "(candidates.csv)"
                 *       ]
                 *     }
                 */
                "multipart/form-data": components["schemas"]["ImportFilesDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    imports_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    imports_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRunDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    imports_refusals: {
        parameters: {
            query?: {
                /** @description Whose refused rows; may be left out where rows of one file only were refused. */
                file?: "offices.csv" | "holidays.csv" | "users.csv" | "clients.csv" | "contacts.csv" | "stages.csv" | "searches.csv" | "holds.csv" | "reopenings.csv" | "candidates.csv" | "candidacies.csv" | "stage_moves.csv" | "activities.csv" | "offers.csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    interviews_upcoming: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                /** @description Only those that are not over by this moment; now if left out. */
                from?: string;
                /** @description Only those that begin before this moment. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    interviews_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditInterviewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    interviews_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example BEGIN:VCALENDAR
                     *     VERSION:2.0
                     *     END:VCALENDAR
                     */
                    "text/calendar": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    interviews_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    interviews_restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    invitations_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    invitations_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationTokenDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitationDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    mailEvents_take: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": {
                 *         "email_id": "<em.simulated@firm.example>"
                 *       },
                 *       "type": "email.delivered"
                 *     }
                 */
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    mailLog_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                state?: "pending" | "claimed" | "sent" | "failed" | "cancelled" | "missed" | "uncertain";
                /** @description Emails about this kind of reminder. */
                kind?: "flag_raised" | "flag_escalated" | "window_closing" | "client_feedback_due" | "task_due" | "interview_tomorrow" | "interview_changed" | "interview_cancelled" | "offer_expiring" | "check_in_due" | "article14_due" | "mentioned" | "daily_digest" | "pipeline_health";
                /** @description Each word must begin a word of the name or the address of the recipient. */
                recipient?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailLogDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    logSheets_mailLog: {
        parameters: {
            query: {
                state?: "pending" | "claimed" | "sent" | "failed" | "cancelled" | "missed" | "uncertain";
                /** @description Emails about this kind of reminder. */
                kind?: "flag_raised" | "flag_escalated" | "window_closing" | "client_feedback_due" | "task_due" | "interview_tomorrow" | "interview_changed" | "interview_cancelled" | "offer_expiring" | "check_in_due" | "article14_due" | "mentioned" | "daily_digest" | "pipeline_health";
                /** @description Each word must begin a word of the name or the address of the recipient. */
                recipient?: string;
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    mailLog_figures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailLogFiguresDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    mailLog_lift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    mailLog_arrived: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    mailLog_resend: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    mailPreviews_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSampleListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    mailPreviews_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreviewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    identity_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    notifications_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettingsDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    notifications_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettingsDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    reminders_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyReminderListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    logSheets_reminders: {
        parameters: {
            query: {
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    reminders_seen: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnseenDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    reminders_unseen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnseenDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    newcomers_addAll: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNewcomersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedNewcomersDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    newcomers_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewNewcomersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgedPeopleDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    checkIns_ofOffer: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    offers_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideOfferDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidacyWithOfferDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    offers_setStartDate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetStartDateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidacyWithOfferDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    offers_takeBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeBackDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidacyWithOfferDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    identity_listOffices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    calendars_office: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeCalendarDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    calendars_editOffice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditOfficeCalendarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeCalendarDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    calendars_officeProposals: {
        parameters: {
            query: {
                year: number;
                /** @description ISO 3166-2, instead of the region that is kept; `none`: only the holidays of the whole country. */
                region?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayProposalListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    calendars_officeVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    reports_pipelineHealth: {
        parameters: {
            query?: {
                leadId?: string;
                officeId?: string;
                clientId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineHealthDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    reports_pipelineHealthPdf: {
        parameters: {
            query?: {
                leadId?: string;
                officeId?: string;
                clientId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example (a PDF document) */
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    reports_pipelineHealthChanges: {
        parameters: {
            query?: {
                leadId?: string;
                officeId?: string;
                clientId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthChangesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    policies_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmPoliciesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    policies_editFirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPolicyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyViewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    policies_firmVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    policies_editRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roleKey: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPolicyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyViewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    policies_roleVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roleKey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    regions_regions: {
        parameters: {
            query: {
                /** @description ISO 3166-1, two letters. */
                country: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayRegionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    roleTemplates_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleTemplatesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    roleTemplates_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRoleTemplateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleTemplateDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    roleTemplates_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRoleTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleTemplateDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    sample_show: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    sample_takeAway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                /** @description Each word must begin a word of the title, the reference or the client. */
                q?: string;
                status?: "draft" | "open" | "on_hold" | "offer" | "placed" | "closed";
                health?: "on_track" | "at_risk" | "stalled" | "on_hold";
                leadId?: string;
                clientId?: string;
                officeId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
                /** @description With a hyphen the list goes down: `-health` has the worst first. What has no value comes last. */
                sort?: "opened" | "-opened" | "title" | "-title" | "client" | "-client" | "lead" | "-lead" | "health" | "-health" | "active" | "-active" | "target" | "-target";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSearchDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    breakGlass_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakGlassDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    sheets_searches: {
        parameters: {
            query: {
                /** @description Each word must begin a word of the title, the reference or the client. */
                q?: string;
                status?: "draft" | "open" | "on_hold" | "offer" | "placed" | "closed";
                health?: "on_track" | "at_risk" | "stalled" | "on_hold";
                leadId?: string;
                clientId?: string;
                officeId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
                /** @description With a hyphen the list goes down: `-health` has the worst first. What has no value comes last. */
                sort?: "opened" | "-opened" | "title" | "-title" | "client" | "-client" | "lead" | "-lead" | "health" | "-health" | "active" | "-active" | "target" | "-target";
                format: "csv" | "xlsx";
                /** @description Some of health, why, client, lead, status, active, day, opened, target; those the list begins with if left out. */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    leads_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLeadsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadChangesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    leads_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLeadsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadChangesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    selections_searches: {
        parameters: {
            query?: {
                /** @description Each word must begin a word of the title, the reference or the client. */
                q?: string;
                status?: "draft" | "open" | "on_hold" | "offer" | "placed" | "closed";
                health?: "on_track" | "at_risk" | "stalled" | "on_hold";
                leadId?: string;
                clientId?: string;
                officeId?: string;
                /** @description The key of a role template. */
                roleKey?: string;
                /** @description With a hyphen the list goes down: `-health` has the worst first. What has no value comes last. */
                sort?: "opened" | "-opened" | "title" | "-title" | "client" | "-client" | "lead" | "-lead" | "health" | "-health" | "active" | "-active" | "target" | "-target";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditSearchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    pipeline_board: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    briefs_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefVersionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    briefs_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    pipeline_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCandidacyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseSearchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    pipeline_ended: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    desks_figures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchFiguresDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_history: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagHistoryDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_openFlags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldSearchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_leave: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveSearchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    policies_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyViewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    policies_editSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPolicyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyViewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    policies_searchVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenSearchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    searches_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeSearchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    flags_whatIf: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfResultDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    signUp_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpStateDto"];
                };
            };
            400: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    signUp_signUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    signUp_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSignUpDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundedDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    signUp_setUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundedDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    signUp_look: {
        parameters: {
            query?: never;
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpLinkDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingSignUpDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    stages_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    stages_edit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditStagesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StagesDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    stages_versions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageVersionListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    tasks_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                searchId?: string;
                candidateId?: string;
                contactId?: string;
                /** @description Only what is not done yet. */
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    tasks_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTaskDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    tasks_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditTaskDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    tasks_done: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    tasks_undone: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    timeline_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                searchId?: string;
                candidateId?: string;
                contactId?: string;
                /** @description Of its searches, and with its contacts. */
                clientId?: string;
                kind?: "activity" | "move" | "interview" | "offer" | "outcome" | "search";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePageDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    today_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The `next` of the previous page. */
                after?: string;
                /** @description List the snoozed ones instead. */
                snoozed?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodayDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    logSheets_today: {
        parameters: {
            query: {
                /** @description List the snoozed ones instead. */
                snoozed?: "true" | "false";
                format: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /**
                     * @example file,row,column,reason
                     *     candidates.csv,3,email,Email must be an email address.
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    unsubscribe_look: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsubscriptionDto"];
                };
            };
            400: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    unsubscribe_choose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscribeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsubscriptionDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    users_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    users_invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUserDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    users_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUserDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    users_deactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeactivateUserDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    users_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandOverPreviewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    users_resend: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    users_takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    users_reactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    views_list: {
        parameters: {
            query: {
                list: "candidates" | "searches" | "clients";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewListDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    views_save: {
        parameters: {
            query?: never;
            header?: {
                /** @description One key for each thing that is to be done once. The same request with the same key, by the same user within a day, gets the answer of the first (`Idempotency-Replayed: true`) and changes nothing. Refusals are not kept. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveViewDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            422: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    views_remove: {
        parameters: {
            query: {
                /** @description The version that was read. */
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    views_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeViewDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewDto"];
                };
            };
            400: components["responses"]["Refusal"];
            401: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            429: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
    unsubscribe_oneClick: {
        parameters: {
            query: {
                token: string;
            };
            header?: {
                /** @description Accepted and not used: without a session nobody owns the key. A repeat is judged by the token or the state it is about. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsubscriptionDto"];
                };
            };
            400: components["responses"]["Refusal"];
            403: components["responses"]["Refusal"];
            404: components["responses"]["Refusal"];
            408: components["responses"]["Refusal"];
            409: components["responses"]["Refusal"];
            413: components["responses"]["Refusal"];
            415: components["responses"]["Refusal"];
            500: components["responses"]["Refusal"];
            503: components["responses"]["Refusal"];
            default: components["responses"]["Refusal"];
        };
    };
}
