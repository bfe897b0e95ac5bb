//! Where kiosque keeps what: configuration, data, state and cache.
//!
//! The XDG base directories (on macOS too), AppData on Windows. Has never
//! heard of what the files contain.

use crate::words::{Lang, Message, msg};
use etcetera::BaseStrategy;
use std::path::{Path, PathBuf};

/// Environment variable that puts everything kiosque writes in one folder.
pub const STATE_DIR_VARIABLE: &str = "KIOSQUE_STATE_DIR";

/// Environment variable that names the configuration file.
pub const CONFIG_VARIABLE: &str = "KIOSQUE_CONFIG";

/// The folders and files of one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The configuration file; written only where the reader changes a setting.
    pub config: PathBuf,
    /// What must not be lost: the journal.
    pub data: PathBuf,
    /// What is convenient to have: sessions, logs.
    pub state: PathBuf,
    /// What can be deleted at any time: catalogue, index.
    pub cache: PathBuf,
}

impl Paths {
    /// The folders for this run. `state_dir` and `config` are what the command
    /// line says; the environment comes next, then the user's folders.
    pub fn find(state_dir: Option<&Path>, config: Option<&Path>) -> Result<Self, Message> {
        let from = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        Self::choose(
            state_dir.map(Path::to_path_buf).or_else(|| from(STATE_DIR_VARIABLE)),
            config.map(Path::to_path_buf).or_else(|| from(CONFIG_VARIABLE)),
        )
    }

    fn choose(state_dir: Option<PathBuf>, config: Option<PathBuf>) -> Result<Self, Message> {
        let user = etcetera::choose_base_strategy();
        let default_config = user.as_ref().ok().map(|u| u.config_dir().join("kiosque/config.toml"));
        if let Some(dir) = state_dir {
            let config = config.or(default_config).unwrap_or_else(|| dir.join("config.toml"));
            return Ok(Self { config, cache: dir.join("cache"), data: dir.clone(), state: dir });
        }
        let user = user.map_err(|e| msg::store_no_home(e.to_string(), STATE_DIR_VARIABLE))?;
        let data = user.data_dir().join("kiosque");
        Ok(Self {
            config: config.unwrap_or_else(|| user.config_dir().join("kiosque/config.toml")),
            state: user.state_dir().map_or_else(|| data.clone(), |s| s.join("kiosque")),
            cache: user.cache_dir().join("kiosque"),
            data,
        })
    }

    /// The journal of verdicts.
    pub fn journal(&self) -> PathBuf {
        self.data.join("journal.jsonl")
    }

    /// The folder into which addresses are fetched where none is named.
    pub fn live(&self) -> PathBuf {
        self.data.join("live")
    }

    /// The folder of the sessions, one file per corpus.
    pub fn sessions(&self) -> PathBuf {
        self.state.join("sessions")
    }
}

/// The name that entries of this user bear: the user name of the system.
pub fn person() -> String {
    ["KIOSQUE_NAME", "USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|n| std::env::var(n).ok().filter(|v| !v.trim().is_empty()))
        .map_or_else(|| "me".to_owned(), |v| crate::text::sanitise::one_line(v.trim()))
}

/// The language of the user's locale; English when the program does not speak
/// it.
pub fn lang() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|n| std::env::var(n).ok().filter(|v| !v.is_empty()))
        .and_then(|v| Lang::from_code(&v))
        .unwrap_or(Lang::EN)
}

/// True where the user's locale writes more than the signs of a keyboard.
pub fn writes_unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|n| std::env::var(n).ok().filter(|v| !v.is_empty()));
    locale.is_some_and(|l| l.to_ascii_lowercase().replace('-', "").contains("utf8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_folder_holds_everything_that_is_written() {
        let p = Paths::choose(Some("/s".into()), Some("/c.toml".into())).expect("nothing else is needed");
        assert_eq!(p.journal(), Path::new("/s/journal.jsonl"));
        assert_eq!(p.config, Path::new("/c.toml"));
        assert!(p.cache.starts_with("/s") && p.sessions().starts_with("/s"));
    }
}
