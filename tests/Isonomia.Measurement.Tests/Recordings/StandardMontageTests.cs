using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Recordings;

public class StandardMontageTests
{
    private const double R = StandardMontage.HeadRadius;

    private static readonly string[] TenTen =
    [
        "Fp1", "Fpz", "Fp2", "AF9", "AF7", "AF5", "AF3", "AF1", "AFz", "AF2", "AF4", "AF6", "AF8", "AF10", "F9", "F7",
        "F5", "F3", "F1", "Fz", "F2", "F4", "F6", "F8", "F10", "FT9", "FT7", "FC5", "FC3", "FC1", "FCz", "FC2", "FC4",
        "FC6", "FT8", "FT10", "T9", "T7", "C5", "C3", "C1", "Cz", "C2", "C4", "C6", "T8", "T10", "TP9", "TP7", "CP5",
        "CP3", "CP1", "CPz", "CP2", "CP4", "CP6", "TP8", "TP10", "P9", "P7", "P5", "P3", "P1", "Pz", "P2", "P4", "P6",
        "P8", "P10", "PO9", "PO7", "PO5", "PO3", "PO1", "POz", "PO2", "PO4", "PO6", "PO8", "PO10", "O1", "Oz", "O2",
        "O9", "O10", "Nz", "Iz", "A1", "A2", "M1", "M2", "T3", "T4", "T5", "T6",
    ];

    private static Position At(string name)
    {
        Assert.True(StandardMontage.TryFind(name, out var position), name);
        return position;
    }

    private static double Angle(Position a, Position b)
    {
        var (x, y, z) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        return 2 * Math.Asin(Math.Min(1, Math.Sqrt(x * x + y * y + z * z) / (2 * R))) * 180 / Math.PI;
    }

    [Fact]
    public void Every_site_of_the_10_10_system_lies_on_the_head()
    {
        foreach (var name in TenTen)
        {
            var p = At(name);
            Assert.Equal(R, Math.Sqrt(p.X * p.X + p.Y * p.Y + p.Z * p.Z), 1e-12);
        }
    }

    [Fact]
    public void No_two_sites_share_a_place_except_renamed_ones()
    {
        string[] renamed = ["A1", "A2", "M1", "M2", "T3", "T4", "T5", "T6"];
        var names = TenTen.Except(renamed).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.True(Angle(At(names[i]), At(names[j])) > 5, $"{names[i]} {names[j]}");
        }
    }

    [Fact]
    public void Odd_numbers_lie_left_and_mirror_the_even_ones()
    {
        for (var i = 1; i <= 9; i += 2)
        {
            foreach (var row in new[] { "AF", "F", "P", "PO" })
            {
                var (left, right) = (At(row + i), At(row + (i + 1)));
                Assert.True(left.X < 0);
                Assert.Equal((-left.X, left.Y, left.Z), (right.X, right.Y, right.Z));
            }
        }
    }

    [Fact]
    public void Steps_along_the_midline_and_the_equator_are_tenths()
    {
        // 10 % of the nasion-inion arc is 22.5 degrees on the sphere, 10 % of the half circumference 18.
        string[] midline = ["Nz", "Fpz", "AFz", "Fz", "FCz", "Cz", "CPz", "Pz", "POz", "Oz", "Iz"];
        string[] left = ["Fpz", "Fp1", "AF7", "F7", "FT7", "T7", "TP7", "P7", "PO7", "O1", "Oz"];
        for (var i = 1; i < midline.Length; i++)
        {
            Assert.Equal(22.5, Angle(At(midline[i - 1]), At(midline[i])), 1e-9);
            Assert.Equal(18, Angle(At(left[i - 1]), At(left[i])), 1e-9);
        }
    }

    [Fact]
    public void Electrodes_of_a_row_are_evenly_spaced_from_the_middle_outwards()
    {
        foreach (var row in new[] { "AF", "F", "P", "PO" })
        {
            var step = Angle(At(row + "z"), At(row + "1"));
            Assert.Equal(step, Angle(At(row + "1"), At(row + "3")), 1e-9);
            Assert.Equal(step, Angle(At(row + "3"), At(row + "5")), 1e-9);
            Assert.Equal(step, Angle(At(row + "5"), At(row + "7")), 1e-9);
        }

        Assert.Equal(45, Angle(At("Cz"), At("C3")), 1e-9);
        Assert.Equal(22.5, Angle(At("C3"), At("C5")), 1e-9);
    }

    [Theory]
    // Idealised positions as Brain Products' software exports them (theta, phi in degrees on the unit sphere), rounded
    // there to whole degrees; its table bends some rows a little differently: agreement within 4 degrees.
    [InlineData("Fp1", -90, -72)]
    [InlineData("F3", -60, -51)]
    [InlineData("F8", 90, 36)]
    [InlineData("FC5", -69, -21)]
    [InlineData("FC2", 31, 46)]
    [InlineData("T7", -90, 0)]
    [InlineData("C4", 45, 0)]
    [InlineData("CP5", -69, 21)]
    [InlineData("CP2", 31, -46)]
    [InlineData("P3", -60, 51)]
    [InlineData("P8", 90, -36)]
    [InlineData("POz", 67, -90)]
    [InlineData("O2", 90, -72)]
    public void Agrees_with_the_positions_of_a_maker_of_amplifiers(string name, double theta, double phi)
    {
        var (t, p) = (theta * Math.PI / 180, phi * Math.PI / 180);
        var theirs = new Position(R * Math.Sin(t) * Math.Cos(p), R * Math.Sin(t) * Math.Sin(p), R * Math.Cos(t));
        Assert.InRange(Angle(At(name), theirs), 0, 4);
    }

    [Theory]
    [InlineData("Fc5.", "FC5")]
    [InlineData("Cz..", "Cz")]
    [InlineData("EEG Fp1-REF", "Fp1")]
    [InlineData("EEG O2-A1", "O2")]
    [InlineData("  fZ ", "Fz")]
    [InlineData("EEG T3-LE", "T7")]
    [InlineData("T6", "P8")]
    [InlineData("C3-M2", "C3")]
    public void Names_are_found_however_recorders_dress_them(string dressed, string plain) =>
        Assert.Equal(At(plain), At(dressed));

    [Theory]
    [InlineData("AFF1h", "AFF3h")]
    [InlineData("CCP5h", "CCP3h")]
    [InlineData("FTT9h", "FTT7h")]
    [InlineData("PPO5h", "POO1")]
    public void The_finer_10_5_names_are_known(string one, string other) =>
        Assert.True(Angle(At(one), At(other)) > 1);

    [Theory]
    [InlineData("EEG Fpz-Cz")]
    [InlineData("EOG horizontal")]
    [InlineData("E23")]
    [InlineData("T7h7")]
    [InlineData("C7")]
    [InlineData("C12")]
    [InlineData("Fz2")]
    [InlineData("Status")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("z")]
    public void Other_names_have_no_place(string name) => Assert.False(StandardMontage.TryFind(name, out _));
}
