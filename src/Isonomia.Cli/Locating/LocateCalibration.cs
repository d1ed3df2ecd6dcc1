using Isonomia.Inference.Calibrating;
using Isonomia.Inference.Models;
using Isonomia.Reporting.Locating;

namespace Isonomia.Cli.Locating;

/// <summary><c>isonomia locate --calibrate N</c>: are posteriors right about individuals of whom all is known?</summary>
internal static class LocateCalibration
{
    public static int Run(SpectralModel model, CalibrationOptions options, string? json)
    {
        using var interruption = new Interruption();
        CalibrationResult result;
        using (var progress = Terminal.Progress("calibrating"))
            result = Calibration.Try(model, options, progress, interruption.Token);
        if (json is not null)
            JsonOutput.Write(json, stream => CalibrationJson.Write(stream, result));
        if (json == "-")
            return ExitCode.Done;
        var table = new TextTable(model.Name, "90 % intervals hold", "uniform ranks, p", "recovery, r");
        foreach (var quantity in result.Quantities)
            table.Add(quantity.Name, $"{quantity.Coverage90:P1}", $"{quantity.UniformityP:0.000}", $"{quantity.Recovery:0.00}");
        table.Print(Console.Out);
        Console.WriteLine($"{result.Individuals} individuals drawn from the prior, {result.NotConverged} of them not converged; "
            + $"{result.Seconds:0} s");
        return ExitCode.Done;
    }
}
