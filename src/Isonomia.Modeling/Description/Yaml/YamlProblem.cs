using Isonomia.Modeling.Diagnostics;
using YamlDotNet.Core;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>What the YAML parser stumbled over, in the words of someone who writes a model.</summary>
internal static class YamlProblem
{
    /// <summary>Said of a bracket within which something does not fit.</summary>
    public const string Unclosed = "unclosed";

    private static readonly (string Said, string Message, string? Hint)[] Known =
    [
        (Unclosed, "a bracket is opened here and not closed, or does not hold what was expected",
            "close every bracket, and put values with commas or brackets in quotes"),
        ("invalid tab", "found a tab where spaces were expected", "indent with spaces"),
        ("Mapping values are not allowed", "found ': ' inside a value",
            "put the value in quotes; equations go below a 'KEY: |', indented"),
        ("found invalid mapping", "found ': ' inside a value",
            "put the value in quotes; equations go below a 'KEY: |', indented"),
        ("could not find expected ':'", "found text where 'KEY: VALUE' was expected",
            "write a space behind the colon; indent the lines that belong to the key above"),
        ("did not find expected ',' or '}'", "found something else where ',' or '}' was expected",
            "close every '{', and put values with commas or brackets in quotes"),
        ("did not find expected ',' or ']'", "found something else where ',' or ']' was expected",
            "close every '[', and put values with commas or brackets in quotes"),
        ("did not find expected key", "found something else where a key was expected",
            "keys that belong together begin in the same column"),
        ("did not find expected '-'", "found something else where '-' was expected",
            "the items of a list begin with '- ' in the same column"),
        ("quoted scalar, found unexpected end of stream", "a quote is opened here and not closed on its line",
            "close it with the same quote"),
        ("double-quoted scalar, found wrong indentation", "a quote is opened here and not closed on its line",
            "close it with the same quote"),
        ("unknown escape character", "found an unknown escape behind '\\'", "in single quotes '\\' stands for itself"),
        ("cannot start any token", "found a character with which no value can begin", "put the value in quotes"),
        ("block scalar", "found something else where the lines below '|' were expected",
            "write nothing behind '|', and indent the lines below by at least one space"),
        ("extremely long", "found a directive where a model was expected",
            "begin with 'cell: NAME' or 'receptor: NAME'"),
        ("directive", "found a directive where a model was expected", "begin with 'cell: NAME' or 'receptor: NAME'"),
        ("anchor", "found '&' or '*' where a value was expected", "put the value in quotes"),
        ("tag", "found '!' where a value was expected", "put the value in quotes"),
        ("sequence entries are not allowed", "found '- ' inside a value", "begin the list on the line below its key"),
        ("Mapping keys are not allowed", "found '? ' where a value was expected", "put the value in quotes"),
        ("<document start>", "found something else where the file was expected to end",
            "all keys of a model begin in the first column"),
        ("node content", "found something else where a value was expected", "put the value in quotes"),
    ];

    public static void Report(string said, Mark from, Mark to, SourceText file, YamlLines lines, DiagnosticBag bag)
    {
        // A tab is found by the parser only where its line ends the one before.
        for (var line = (int)Math.Max(from.Line, 1); line <= to.Line + 1; line++)
        {
            var text = lines[line - 1];
            if (text[..^text.TrimStart().Length].IndexOf('\t') is >= 0 and var tab)
            {
                bag.Error(file, new TextSpan(lines.Start(line - 1) + tab, 1), "found a tab where spaces were expected",
                    "indent with spaces");
                return;
            }
        }

        var (_, message, hint) = Known.FirstOrDefault(k => said.Contains(k.Said, StringComparison.OrdinalIgnoreCase));
        bag.Error(file, new TextSpan(lines.Index(from), 1), message ?? "this does not fit here in YAML",
            hint ?? "each line is 'KEY: VALUE'; what belongs to a key is indented below it");
    }
}
