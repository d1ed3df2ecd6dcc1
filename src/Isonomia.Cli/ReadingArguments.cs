using System.CommandLine;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Settings;

namespace Isonomia.Cli;

/// <summary>The options by which a user states what a file cannot say itself.</summary>
internal sealed class ReadingArguments
{
    private readonly Option<string?> rate = new("--rate")
    {
        HelpName = "HZ",
        Description = "sampling rate, for files without one (NPY, CSV, MAT)",
    };

    private readonly Option<string?> unit = new("--unit") { HelpName = "UNIT", Description = "unit of the samples, for files without one" };

    private readonly Option<string?> variable = new("--variable")
    {
        HelpName = "NAME",
        Description = "which variable to read, for files that hold several (MAT, NPZ)",
    };

    public void AddTo(Command command)
    {
        command.Add(rate);
        command.Add(unit);
        command.Add(variable);
    }

    public ReadingOptions Options(ParseResult parsed) => new()
    {
        SamplingRate = parsed.GetValue(rate) is { } text ? Rate(text) : null,
        Unit = parsed.GetValue(unit),
        Variable = parsed.GetValue(variable),
    };

    private static double Rate(string text)
    {
        try
        {
            return SettingText.Hertz(text);
        }
        catch (FormatException e)
        {
            throw new SettingException($"--rate {text}: {e.Message}; write the sampling rate in Hz, as in --rate 250");
        }
    }
}
