using Isonomia.Measurement.Tests.Hardening;
using Isonomia.Numerics.Random;
using Isonomia.Tests;

namespace Isonomia.Cli.Tests.Hardening;

/// <summary>
/// libhdf5 may be brought down by a damaged file; this program may not. Real HDF5 files are damaged; one process looks at each
/// and may be brought down or be stuck; what it survives another process must survive too, which stands for the program
/// itself. 1,500 cases; 75,000 with <c>./test --full</c>.
/// </summary>
public sealed class DamagedHdf5Tests
{
    private const int FullFactor = 50;

    // The guard waits ten seconds and more; a case that takes so long is one that it refuses.
    private const double Patience = 10;
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("ISONOMIA_FULL_TEST") == "true";

    public static TheoryData<string, int> Files => new()
    {
        { "nwb_icephys/LantyerEtAl2018_170328_AB_277_ST50_C.nwb", 400 },
        { "nwb_icephys/LantyerEtAl2018_180817_ME_9_CC.nwb", 400 },
        { "hennig2011_retina_bicuculline/Hennig2011_spikes_P9_Bic_10uM_4_Mar_2010_control_day1.h5", 500 },
        { "connectomes/deco_serotonin_aal90/psilotc.mat", 200 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_the_guard_survives_the_program_survives(string name, int cases)
    {
        var folder = Directory.CreateTempSubdirectory("isonomia-hdf5-");
        try
        {
            var path = Path.Combine(folder.FullName, Path.GetFileName(name));
            File.Copy(SharedData.Path(name), path);
            using var file = new MutableFile(path);
            using var guard = new GuardProcess();
            using var program = new GuardProcess();
            var (refused, fallen) = (0, 0);
            int? firstFallen = null;
            for (var number = 0; number < (IsFull ? cases * FullFactor : cases); number++)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                var what = Mutation.Apply(file, new RandomStream(number, "damage"), out _);
                var (answer, _) = guard.Ask(path, Patience);
                if (answer is null)
                {
                    fallen++;
                    firstFallen ??= number;
                }
                else
                {
                    refused += answer.Contains("refused", StringComparison.Ordinal) ? 1 : 0;
                    Assert.True(program.Ask(path, Patience).Answer is not null, $"case {number} of {name} ({what}) is let through and kills");
                }

                file.MakeWhole();
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {refused} refused, {fallen} brought the guard down");
            if (firstFallen is { } first)
                SayOneThing(file, path, first);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The command itself: one message, and the exit code of bad input.
    private static void SayOneThing(MutableFile file, string path, int number)
    {
        Mutation.Apply(file, new RandomStream(number, "damage"), out _);
        var (code, _, error) = IsonomiaCommand.Run("info", path);
        Assert.Equal(3, code);
        Assert.StartsWith($"error: {path}: the HDF5 file is damaged", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }
}
