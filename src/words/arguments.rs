//! Arguments that a message of a word file names and that nobody gives it.

use super::bundle::Problem;
use super::bundle::shallow;
use super::messages::{ARGUMENTS, NAMES};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::HashMap;

/// What would be shown as `{$name}`, with the line of its message.
pub(super) fn not_given(source: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let (Ok(resource) | Err((resource, _))) = parser::parse(shallow(source));
    let places: HashMap<&str, usize> = NAMES.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(&at) = places.get(message.id.name) else { continue };
        let mut named = Vec::new();
        message.value.iter().for_each(|p| in_pattern(p, &mut named));
        for name in named.into_iter().filter(|n| !ARGUMENTS[at].contains(n)) {
            let id = message.id.name;
            let line = source.lines().position(|l| l.split([' ', '=']).next() == Some(id)).map_or(0, |n| n + 1);
            problems.push(Problem { line, found: format!("{id}: ${name}") });
        }
    }
    problems
}

fn in_pattern<'e>(pattern: &Pattern<&'e str>, named: &mut Vec<&'e str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, named);
        }
    }
}

fn in_expression<'e>(expression: &Expression<&'e str>, named: &mut Vec<&'e str>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, named),
        Expression::Select { selector, variants } => {
            in_inline(selector, named);
            variants.iter().for_each(|v| in_pattern(&v.value, named));
        }
    }
}

fn in_inline<'e>(inline: &InlineExpression<&'e str>, named: &mut Vec<&'e str>) {
    match inline {
        InlineExpression::VariableReference { id } => named.push(id.name),
        InlineExpression::Placeable { expression } => in_expression(expression, named),
        _ => {}
    }
}
