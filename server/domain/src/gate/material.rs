//! What the gate asks of published content besides the role.

use crate::content::library::Library;

/// The documents that requirements name. Ids that do not exist yield nothing, and are never met.
pub trait Material {
    /// The ids of a course's lessons inside the course, in order.
    fn lessons(&self, course: &str) -> Option<Vec<&str>>;

    /// The version of a policy as its author wrote it.
    fn edition(&self, policy: &str) -> Option<&str>;

    /// The ids of a checklist's items, in order.
    fn skills(&self, checklist: &str) -> Option<Vec<&str>>;
}

impl Material for Library {
    fn lessons(&self, course: &str) -> Option<Vec<&str>> {
        let course = self.courses.get(course)?;
        Some(course.lessons.iter().map(String::as_str).collect())
    }

    fn edition(&self, policy: &str) -> Option<&str> {
        self.policies.get(policy).map(|policy| policy.version.as_str())
    }

    fn skills(&self, checklist: &str) -> Option<Vec<&str>> {
        let checklist = self.checklists.get(checklist)?;
        Some(checklist.items.iter().map(|(id, _)| id.as_str()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::source::File;

    #[test]
    fn a_library_knows_lessons_editions_and_skills() {
        let files = [
            (
                "site.md",
                "format: site/1\nname: 站\nlanguage: zh-CN\nlanguages: [zh-CN]\ntime-zone: UTC",
                "",
            ),
            (
                "courses/basics/course.md",
                "format: course/1\ntitle: 课\nlessons: [welcome, manner]",
                "",
            ),
            (
                "courses/basics/welcome.md",
                "format: lesson/1\ntitle: 一",
                "你好。",
            ),
            (
                "courses/basics/manner.md",
                "format: lesson/1\ntitle: 二",
                "你好。",
            ),
            (
                "policies/secrecy.md",
                "format: policy/1\ntitle: 保密\nversion: 2026-01",
                "保密。",
            ),
            (
                "checklists/floor.md",
                "format: checklist/1\ntitle: 技能",
                "- greet: 问候\n- hold: 等候",
            ),
        ];
        let files = files.map(|(path, front, body)| File {
            path: path.to_owned(),
            bytes: format!("---\n{front}\n---\n\n{body}\n").into_bytes(),
        });
        let library = Library::build(&files).unwrap();
        assert_eq!(library.lessons("basics"), Some(vec!["welcome", "manner"]));
        assert_eq!(library.edition("secrecy"), Some("2026-01"));
        assert_eq!(library.skills("floor"), Some(vec!["greet", "hold"]));
        assert_eq!(
            (
                library.lessons("floor"),
                library.edition("basics"),
                library.skills("secrecy")
            ),
            (None, None, None)
        );
    }
}
