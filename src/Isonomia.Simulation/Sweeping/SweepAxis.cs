using System.Collections.Immutable;
using System.Globalization;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Simulation.Sweeping;

/// <summary>A path of a model and the values it takes.</summary>
/// <param name="Path">The path, as <c>--set</c> takes it.</param>
/// <param name="Values">The values, in order.</param>
public sealed record SweepAxis(string Path, ImmutableArray<SweepValue> Values)
{
    private const int MostValues = 10_000;

    /// <summary>Whether all values are numbers in one unit, so that they have places along an axis.</summary>
    public bool IsNumeric => Values.All(v => v.Number is not null && v.Unit == Values[0].Unit);

    /// <summary>The unit of all values; empty without one, and where they are not numbers in one unit.</summary>
    public string Unit => IsNumeric ? Values[0].Unit! : "";

    /// <summary>What tables and figures call it: "parameters.tau (ms)".</summary>
    public string Title => Unit.Length == 0 ? Path : $"{Path} ({Unit})";

    /// <summary>What a table shows for a value: its number where the unit stands in the title.</summary>
    /// <param name="value">One of the values.</param>
    public string Cell(SweepValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsNumeric ? value.Number!.Value.ToString("R", CultureInfo.InvariantCulture) : Plain(value.Text);
    }

    /// <summary>
    /// Reads <c>PATH=FIRST:LAST:NUMBER</c> (evenly spaced), <c>PATH=FIRST:LAST:NUMBER:log</c> (evenly in the logarithm)
    /// or <c>PATH=VALUE,VALUE,...</c>.
    /// </summary>
    /// <param name="text">What is written.</param>
    /// <param name="option">What findings call its place: "--over".</param>
    /// <param name="bag">Takes what is wrong.</param>
    /// <returns>The axis; null where something is wrong.</returns>
    public static SweepAxis? Parse(string text, string option, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        var source = new SourceText(text, option);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            return Wrong(
                new TextSpan(0, text.Length), "no path and values", "PATH=FIRST:LAST:NUMBER or PATH=VALUE,VALUE");
        }

        var (path, rest) = (text[..equals].Trim(), text[(equals + 1)..]);
        var span = new TextSpan(equals + 1, rest.Length);
        var parts = Divided(rest, ':');
        if (parts.Length > 1)
            return Range(parts) is { } values ? new SweepAxis(path, values) : null;
        var listed = Divided(rest, ',');
        return listed.Any(v => v.Trim().Length == 0)
            ? Wrong(span, "an empty value", "a value before and after each comma")
            : new SweepAxis(path, [.. listed.Select(SweepValue.Of)]);

        SweepAxis? Wrong(TextSpan at, string found, string expected)
        {
            bag.Error(source, at, $"found {found}; expected {expected}",
                "as in --over parameters.g=2:8:7, or --over integrator=euler,rk4");
            return null;
        }

        ImmutableArray<SweepValue>? Range(string[] written)
        {
            var isLog = written.Length == 4 && written[3].Trim() == "log";
            if (written.Length != 3 && !isLog)
            {
                Wrong(span, $"{written.Length} parts", "FIRST:LAST:NUMBER or FIRST:LAST:NUMBER:log");
                return null;
            }

            if (!int.TryParse(written[2].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 2 or > MostValues)
            {
                Wrong(span, $"'{written[2]}'", $"a number of values from 2 to {MostValues}");
                return null;
            }

            var (first, last) = (SweepValue.Of(written[0]), SweepValue.Of(written[1]));
            if (first.Unit == "" && last.Number is not null)
                first = first with { Unit = last.Unit };
            if (first.Number is not { } from || last.Number is not { } to || first.Unit != last.Unit)
            {
                Wrong(span, $"'{written[0]}' and '{written[1]}'", "two numbers in one unit");
                return null;
            }

            if (isLog && !(from * to > 0))
            {
                Wrong(span, $"'{written[0]}' and '{written[1]}'", "two numbers of one sign, neither zero");
                return null;
            }

            return Between(from, to, number, isLog, first.Unit!);
        }
    }

    /// <summary>Parts of a text at a separator that stands outside of brackets and quotes.</summary>
    internal static string[] Divided(string text, char separator)
    {
        List<string> parts = [];
        var (depth, start, quote) = (0, 0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"')
                quote = c;
            else if (c is '(' or '[' or '{')
                depth++;
            else if (c is ')' or ']' or '}')
                depth--;
            else if (c == separator && depth == 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return [.. parts];
    }

    // In a table neither tabs nor ends of lines may stand within a cell.
    internal static string Plain(string text) =>
        string.Join(' ', text.Split(['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static ImmutableArray<SweepValue> Between(double from, double to, int count, bool isLog, string unit)
    {
        var values = ImmutableArray.CreateBuilder<SweepValue>(count);
        for (var i = 0; i < count; i++)
        {
            var share = i / (count - 1.0);
            var exact = i == 0 ? from : i == count - 1 ? to
                : isLog ? from * Math.Pow(to / from, share)
                : from + ((to - from) * share);

            // Two digits less than a double has: 0.3, not 0.30000000000000004.
            var number = double.Parse(exact.ToString("G14"), CultureInfo.InvariantCulture);
            var text = number.ToString("R", CultureInfo.InvariantCulture);
            values.Add(new SweepValue(unit.Length == 0 ? text : $"{text} {unit}", number, unit));
        }

        return values.MoveToImmutable();
    }
}
