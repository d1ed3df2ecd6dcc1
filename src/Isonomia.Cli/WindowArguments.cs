using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;

namespace Isonomia.Cli;

/// <summary>The windows that <c>--window</c> and <c>--step</c> ask for.</summary>
internal static class WindowArguments
{
    public static TimeWindows? Read(string? window, string? step)
    {
        if (window is null)
            return step is null ? null : throw new SettingException("--step goes with --window");
        var length = Seconds("--window", window);
        return new TimeWindows(length, step is null ? length : Seconds("--step", step));
    }

    private static double Seconds(string option, string text)
    {
        try
        {
            return SettingText.Seconds(text.Trim());
        }
        catch (FormatException e)
        {
            throw new SettingException($"{option} {text}: {e.Message}; write a time as 10s or 500ms");
        }
    }
}
