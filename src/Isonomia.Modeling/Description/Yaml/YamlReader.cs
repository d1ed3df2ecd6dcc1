using System.Buffers;
using Isonomia.Modeling.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>
/// Reads a YAML file as a tree with places. Of YAML only what a model needs is accepted: one document of mappings,
/// lists and text; no anchors, aliases, tags or deep nesting, which files from strangers could use to exhaust a
/// machine.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>The longest text accepted, in characters.</summary>
    public const int LongestFile = 1 << 20;

    private const int DeepestNesting = 16;

    private static readonly SearchValues<char> Unprintable = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n')).Select(c => (char)c), '\u007F', '\uFFFE',
            '\uFFFF']);

    private readonly SourceText file;
    private readonly DiagnosticBag bag;
    private readonly YamlLines lines;
    private readonly Parser parser;

    // The mappings and lists in brackets that are being read.
    private readonly Stack<ParsingEvent> open = new();

    private YamlReader(SourceText file, DiagnosticBag bag)
    {
        this.file = file;
        this.bag = bag;
        lines = new YamlLines(file);
        parser = new Parser(new StringReader(file.Text));
    }

    /// <summary>Line ends as "\n" and no byte order mark, so that all places are counted alike.</summary>
    public static string Normalised(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n");

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its text, normalised.</param>
    /// <param name="bag">Where to report what is wrong.</param>
    /// <returns>The root; null where the file holds none that can be read.</returns>
    public static YamlNode? Read(SourceText file, DiagnosticBag bag)
    {
        if (file.Text.Length > LongestFile)
        {
            bag.Error(file, default,
                $"the file has {file.Text.Length:N0} characters; at most {LongestFile:N0} are read");
            return null;
        }

        var strange = file.Text.AsSpan().IndexOfAny(Unprintable);
        if (strange >= 0)
        {
            bag.Error(file, new TextSpan(strange, 1),
                $"found the control character U+{(int)file.Text[strange]:X4} where text was expected",
                "is this a text file, saved as UTF-8?");
            return null;
        }

        var reader = new YamlReader(file, bag);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            YamlProblem.Report(e.Message, e.Start, e.End, file, reader.lines, bag);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser also throws these, without a place, on rare texts: an indicator that cannot follow a plain
            // value,
            // half a surrogate pair in quotes.
            var at = reader.open.Count > 0 ? reader.open.Peek().Start : reader.parser.Current?.End ?? Mark.Empty;
            YamlProblem.Report(reader.open.Count > 0 ? YamlProblem.Unclosed : "", at, at, file, reader.lines, bag);
            return null;
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private YamlNode? Document()
    {
        if (!Next<StreamStart>() || !Next<DocumentStart>())
        {
            bag.Error(file, default, "the file is empty where a model was expected",
                "begin with 'cell: NAME' or 'receptor: NAME'");
            return null;
        }

        Advance();
        var root = Node(0);
        if (Next<DocumentStart>())
            Refuse(parser.Current!, "found a second document where the file was expected to end",
                "one file holds one model");
        return root;
    }

    private bool Next<T>() where T : ParsingEvent => parser.MoveNext() && parser.Current is T;

    private void Advance()
    {
        if (!parser.MoveNext() || parser.Current is null)
            throw new InvalidOperationException("The file ends inside of a collection.");
    }

    // Reads the node that begins at the current event; leaves the event behind it as the current one.
    private YamlNode Node(int depth)
    {
        var start = parser.Current!;
        if (depth > DeepestNesting)
            Refuse(start, $"found more than {DeepestNesting} levels of nesting", "a model needs three or four");
        if (start is AnchorAlias)
            Refuse(start, "found an alias ('*') where a value was expected",
                "put a value that begins with '*' in quotes");
        if (start is NodeEvent { Anchor.IsEmpty: false })
            Refuse(start, "found an anchor ('&') where a value was expected",
                "put a value that begins with '&' in quotes");
        if (start is NodeEvent { Tag.IsEmpty: false })
            Refuse(start, "found a tag ('!') where a value was expected", "put a value that begins with '!' in quotes");
        if (start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow })
            open.Push(start);
        Advance();
        switch (start)
        {
            case Scalar scalar:
                return lines.Scalar(scalar);
            case SequenceStart:
                var items = new List<YamlNode>();
                while (parser.Current is not SequenceEnd)
                    items.Add(Node(depth + 1));
                return new YamlNode.List(items, Closed(start));
            case MappingStart:
                var entries = new List<(YamlNode.Scalar, YamlNode)>();
                while (parser.Current is not MappingEnd)
                {
                    var at = parser.Current!;
                    if (Node(depth + 1) is not YamlNode.Scalar key)
                        Refuse(at, "found a list or a mapping where a key was expected");
                    else
                        entries.Add((key, Node(depth + 1)));
                }

                return new YamlNode.Map(entries, Closed(start));
            default:
                throw new InvalidOperationException("The file ends inside of a collection.");
        }
    }

    // The stretch of a collection, marked at its first line only.
    private TextSpan Closed(ParsingEvent start)
    {
        var whole = lines.Span(start.Start, parser.Current!.End);
        var line = file.Text.IndexOf('\n', whole.Start);
        if (open.TryPeek(out var innermost) && innermost == start)
            open.Pop();
        Advance();
        return line >= 0 && line < whole.End ? new TextSpan(whole.Start, line - whole.Start) : whole;
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void Refuse(ParsingEvent at, string message, string? hint = null)
    {
        bag.Error(file, lines.Span(at.Start, at.End), message, hint);
        throw new RefusedException();
    }

    /// <summary>Ends the reading of a file of which the reason has been reported.</summary>
    private sealed class RefusedException : Exception;
}
