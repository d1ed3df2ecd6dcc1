using System.Text.RegularExpressions;
using Isonomia.Measurement.Assays;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Tests.Hardening;
using Isonomia.Numerics.Random;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Assays;

/// <summary>
/// A real pair of SDAT and SPAR, damaged: it is measured, or refused with one message; never anything else.
/// </summary>
public sealed class DamagedSpectroscopyTests : IDisposable
{
    private const string Scan = "mrs_osprey_press35/sub-01_PRESS_35_act";
    private const int Cases = 500;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("isonomia-mrs-");

    public DamagedSpectroscopyTests()
    {
        foreach (var file in new[] { Data, Parameters })
        {
            File.Copy(SharedData.Path(Scan + Path.GetExtension(file)), file);
            File.SetAttributes(file, FileAttributes.Normal);
        }
    }

    private string Data => Path.Combine(folder.FullName, "scan.sdat");

    private string Parameters => Path.Combine(folder.FullName, "scan.spar");

    public static TheoryData<string, string> Nonsense
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var key in new[] { "samples", "rows", "sample_frequency", "synthesizer_frequency" })
            {
                foreach (var value in new[] { "fast", "", "-1", "0", "NaN", "1e999", "12,5" })
                    all.Add(key, value);
            }

            all.Add("samples", "2.5");
            all.Add("rows", "1e9");
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void A_parameter_that_cannot_be_is_named(string key, string value)
    {
        var text = File.ReadAllText(Parameters);
        var changed = Regex.Replace(
            text, $@"(?m)^{key} : [^\r\n]*", $"{key} : {value}", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.NotEqual(text, changed);
        File.WriteAllText(Parameters, changed);
        Assert.Contains($"{Parameters}: '{key}' is ", Refusal());
    }

    [Theory]
    [InlineData("samples")]
    [InlineData("rows")]
    [InlineData("sample_frequency")]
    [InlineData("synthesizer_frequency")]
    public void A_parameter_that_is_missing_is_named(string key)
    {
        File.WriteAllLines(Parameters,
            File.ReadAllLines(Parameters).Where(l => !l.StartsWith(key, StringComparison.Ordinal)));
        Assert.Contains($"'{key}' is absent", Refusal());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16_383)]
    [InlineData(16_392)]
    public void A_length_that_the_parameters_do_not_explain_is_told(int bytes)
    {
        var sound = File.ReadAllBytes(Data);
        Array.Resize(ref sound, bytes);
        File.WriteAllBytes(Data, sound);
        var refusal = Refusal();
        Assert.Contains($"it is {bytes} bytes long", refusal);
        Assert.Contains("take 16384", refusal);
    }

    [Theory]
    [InlineData(".sdat")]
    [InlineData(".spar")]
    public void Whatever_is_damaged_it_is_measured_or_refused_with_one_message(string damaged)
    {
        using var file = new MutableFile(Path.ChangeExtension(Data, damaged));
        var (measured, refused) = (0, 0);
        for (var number = 0; number < Cases; number++)
        {
            var what = Mutation.Apply(file, new RandomStream(number, "damage"), out _);
            try
            {
                foreach (var finding in AssayFile.Measure(Data, "")!.Findings)
                    Assert.All(Numbers(finding.Reading), n => Assert.True(double.IsFinite(n), $"{number} ({what}): {n}"));
                measured++;
            }
            catch (BadInputException e)
            {
                Assert.Contains(folder.FullName, e.Message);
                Assert.False(e.Message.Any(char.IsControl), $"{number} ({what}): control characters in the message");
                refused++;
            }
            finally
            {
                file.MakeWhole();
            }
        }

        Assert.True(measured > 0 && refused > 0, $"{measured} measured, {refused} refused: nothing was tried");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Refusal() => Assert.Throws<BadInputException>(() => AssayFile.Measure(Data, "")).Message;

    private static IEnumerable<double> Numbers(Reading reading) => reading.Members.SelectMany(m => m.Value switch
    {
        Measured { IsDefined: true } number => [number.Value],
        Reading part => Numbers(part),
        double[] curve => curve,
        _ => Array.Empty<double>(),
    });
}
