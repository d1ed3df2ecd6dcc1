using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace Isonomia.Cli;

/// <summary>The words of a command, kept so that it can be given again.</summary>
internal static class RunArguments
{
    // Where results go and how many threads make them is not what was run.
    private static readonly string[] Elsewhere =
        ["--out", "--json", "--format", "--threads", "--checkpoint", "--resume"];

    /// <summary>
    /// The model, then what else followed the verb, without the options that say only where results go.
    /// </summary>
    public static ImmutableArray<string> Of(ParseResult parsed, Argument<string> model)
    {
        var first = parsed.GetResult(model)!.Tokens[0];
        var kept = ImmutableArray.CreateBuilder<string>();
        var skipping = false;
        kept.Add(first.Value);
        foreach (var token in parsed.Tokens.Where(t => t.Type != TokenType.Command && !ReferenceEquals(t, first)))
        {
            if (token.Type != TokenType.Argument)
                skipping = Elsewhere.Contains(token.Value);
            if (!skipping)
                kept.Add(token.Value);
        }

        return kept.ToImmutable();
    }

    /// <summary>The command as a shell reads it.</summary>
    public static string Command(ParseResult parsed) =>
        "isonomia " + string.Join(' ', parsed.Tokens.Select(t => Quoted(t.Value)));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,+@%".Contains(c))
            ? word
            : "'" + word.Replace("'", "'\\''") + "'";
}
