using System.Globalization;
using System.Text.RegularExpressions;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>The start date and time in an EDF header, with the liberties recorders take.</summary>
internal static partial class EdfDates
{
    /// <summary>
    /// The start: the date from <c>Startdate dd-MMM-yyyy</c> of EDF+ where there is one, else from <c>dd.mm.yy</c>,
    /// whose years 85 to 99 are 1985 to 1999 and the others 2000 to 2084; null if neither is a date.
    /// </summary>
    public static DateTime? Start(EdfFields fields)
    {
        var time = Numbers(fields.Text(176, 8));
        if (time is not [<= 23, <= 59, <= 59])
            time = [0, 0, 0];
        // The first of January 1985 with an X for the long date is how EDF+ says that the date is not known.
        var recording = fields.Text(88, 80);
        if (recording.StartsWith("Startdate X") && fields.Text(168, 8) == "01.01.85")
            return null;
        if ((LongDate(recording) ?? ShortDate(fields.Text(168, 8))) is not { } date)
            return null;
        return date.Add(new TimeSpan(time[0], time[1], time[2]));
    }

    private static DateTime? LongDate(string recording) =>
        Startdate().Match(recording) is { Success: true } match
        && DateTime.TryParseExact(match.Groups["date"].Value, "d-MMM-yyyy", null, DateTimeStyles.None, out var date)
        && date.Year is > 1900 and < 9999
            ? date
            : null;

    private static DateTime? ShortDate(string text)
    {
        if (Numbers(text) is not [var day, var month, <= 99 and var year])
            return null;
        year += year >= 85 ? 1900 : 2000;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified)
            : null;
    }

    /// <summary>Three groups of one or two digits, whatever stands between them; otherwise nothing.</summary>
    private static int[] Numbers(string text) => ThreeNumbers().Match(text) is { Success: true } match
        ? [.. new[] { "a", "b", "c" }.Select(group => int.Parse(match.Groups[group].Value))]
        : [];

    [GeneratedRegex(@"^Startdate\s+(?<date>[0-9]{1,2}-[A-Za-z]{3}-[0-9]{4})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Startdate();

    [GeneratedRegex(
        @"^(?<a>[0-9]{1,2})[^0-9]+(?<b>[0-9]{1,2})[^0-9]+(?<c>[0-9]{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThreeNumbers();
}
