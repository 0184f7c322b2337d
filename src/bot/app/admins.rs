//! *Admins*: who may reload and change the folder, and see what is missing in it.

use std::collections::BTreeSet;

use serde::Deserialize;
use serenity::http::Route;
use serenity::model::id::{ApplicationId, GuildId, RoleId, UserId};

use crate::bot::api::rest::{Rest, RestError};
use crate::bot::call::Asker;

/// The application behind the token, as far as this program needs it.
#[derive(Debug, Deserialize)]
pub(crate) struct Application {
    pub id: ApplicationId,
    /// How many guilds it is in, about.
    #[serde(rename = "approximate_guild_count")]
    pub guilds: Option<u64>,
    /// What it is and has, in Discord's numbering.
    #[serde(default)]
    pub flags: u64,
    /// Whether an invite link alone does not add the bot to a server.
    #[serde(default, rename = "bot_require_code_grant")]
    pub needs_code_grant: bool,
    owner: Option<User>,
    team: Option<Team>,
}

#[derive(Debug, Deserialize)]
struct User {
    id: UserId,
}

#[derive(Debug, Deserialize)]
struct Team {
    members: Vec<TeamMember>,
}

#[derive(Debug, Deserialize)]
struct TeamMember {
    membership_state: u8,
    user: User,
}

/// A member of a team who has accepted the invitation, in Discord's numbering.
const ACCEPTED: u8 = 2;

impl Application {
    /// Asks Discord which application the token belongs to.
    pub(crate) async fn fetch(rest: &Rest) -> Result<Self, RestError> {
        rest.get_once(Route::Oauth2ApplicationCurrent).await
    }

    /// The owner; of an application that belongs to a team, the team's members.
    fn owners(&self) -> BTreeSet<UserId> {
        match &self.team {
            Some(team) => team
                .members
                .iter()
                .filter(|member| member.membership_state == ACCEPTED)
                .map(|member| member.user.id)
                .collect(),
            None => self.owner.iter().map(|owner| owner.id).collect(),
        }
    }
}

/// The rule by which a member is an admin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Admins {
    owners: BTreeSet<UserId>,
    roles: BTreeSet<RoleId>,
    home_guild: Option<GuildId>,
}

impl Admins {
    pub(crate) fn new(
        application: &Application,
        roles: impl IntoIterator<Item = RoleId>,
        home_guild: Option<GuildId>,
    ) -> Self {
        Self {
            owners: application.owners(),
            roles: roles.into_iter().collect(),
            home_guild,
        }
    }

    /// True for the application's owners, for members with one of the admin roles, and for members
    /// with Manage Server in the home guild: the one that is set, else `only_guild`, the one guild
    /// the bot is in if it is in one only.
    pub(crate) fn include(&self, asker: &Asker, only_guild: Option<GuildId>) -> bool {
        let home = self.home_guild.or(only_guild);
        let at_home = home.is_some() && asker.guild == home;
        let manages = asker.permissions.manage_guild() || asker.permissions.administrator();
        self.owners.contains(&asker.user)
            || asker.roles.iter().any(|role| self.roles.contains(role))
            || (at_home && manages)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use serenity::model::Permissions;

    use super::*;

    const MANAGE: Permissions = Permissions::MANAGE_GUILD;
    const NOTHING: Permissions = Permissions::empty();

    fn admins(application: Value, home: Option<u64>) -> Admins {
        let application: Application = serde_json::from_value(application).expect("an application");
        Admins::new(&application, [RoleId::new(50)], home.map(GuildId::new))
    }

    #[track_caller]
    fn check(
        admins: &Admins,
        (user, guild, role, permissions): (u64, Option<u64>, Option<u64>, Permissions),
        only_guild: Option<u64>,
        expected: bool,
    ) {
        let asker = Asker {
            user: UserId::new(user),
            guild: guild.map(GuildId::new),
            roles: role.map(RoleId::new).into_iter().collect(),
            permissions,
        };
        assert_eq!(
            admins.include(&asker, only_guild.map(GuildId::new)),
            expected
        );
    }

    #[test]
    fn an_owner_may_everywhere_and_a_stranger_nowhere() {
        let one = admins(json!({"id": "1", "owner": {"id": "10"}}), None);
        check(&one, (10, None, None, NOTHING), None, true);
        check(&one, (10, Some(3), None, NOTHING), None, true);
        check(&one, (11, None, None, NOTHING), None, false);
        check(&one, (11, Some(3), None, NOTHING), Some(3), false);
    }

    #[test]
    fn a_team_counts_by_its_accepted_members() {
        let team = json!({"id": "1", "owner": {"id": "10"}, "team": {"members": [
            {"membership_state": 2, "user": {"id": "20"}},
            {"membership_state": 1, "user": {"id": "21"}},
        ]}});
        let team = admins(team, None);
        check(&team, (20, None, None, NOTHING), None, true);
        check(&team, (21, None, None, NOTHING), None, false);
        check(&team, (10, None, None, NOTHING), None, false);
    }

    #[test]
    fn manage_server_counts_at_home_only() {
        let set = admins(json!({"id": "1", "owner": {"id": "10"}}), Some(3));
        check(&set, (11, Some(3), None, MANAGE), None, true);
        check(
            &set,
            (11, Some(3), None, Permissions::ADMINISTRATOR),
            None,
            true,
        );
        check(&set, (11, Some(4), None, MANAGE), Some(4), false);
        check(&set, (11, None, None, MANAGE), None, false);
        let unset = admins(json!({"id": "1", "owner": {"id": "10"}}), None);
        check(&unset, (11, Some(4), None, MANAGE), Some(4), true);
        check(&unset, (11, Some(4), None, MANAGE), None, false);
        check(&unset, (11, None, None, MANAGE), None, false);
    }

    #[test]
    fn an_admin_role_counts() {
        let one = admins(json!({"id": "1"}), None);
        check(&one, (11, Some(3), Some(50), NOTHING), None, true);
        check(&one, (11, Some(3), Some(51), NOTHING), None, false);
    }
}
