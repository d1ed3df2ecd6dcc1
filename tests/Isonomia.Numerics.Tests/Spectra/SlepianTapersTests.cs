using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Spectra;

public class SlepianTapersTests
{
    [Theory]
    [InlineData(64, 4, 8)]
    [InlineData(63, 2.5, 5)]
    [InlineData(500, 4, 7)]
    [InlineData(2000, 8, 15)]
    public void Tapers_are_orthogonal_and_of_unit_energy(int n, double nw, int count)
    {
        var tapers = SlepianTapers.Of(n, nw, count).Tapers;
        for (var a = 0; a < count; a++)
        {
            for (var b = 0; b < count; b++)
                Assert.Equal(a == b ? 1 : 0, tapers[a].Zip(tapers[b], (u, v) => u * v).Sum(), 1e-11);
        }
    }

    [Theory]
    [InlineData(32, 4, 8)]
    [InlineData(51, 2, 4)]
    public void Each_taper_is_an_eigenvector_of_the_concentration_operator(int n, double nw, int count)
    {
        // Slepian 1978: sum_m sin(2 pi W (n-m))/(pi (n-m)) v[m] = lambda v[n].
        var slepian = SlepianTapers.Of(n, nw, count);
        var w = nw / n;
        for (var k = 0; k < count; k++)
        {
            for (var i = 0; i < n; i++)
            {
                var sum = 2 * w * slepian.Tapers[k][i];
                for (var m = 0; m < n; m++)
                {
                    if (m != i)
                        sum += Math.Sin(2 * Math.PI * w * (i - m)) / (Math.PI * (i - m)) * slepian.Tapers[k][m];
                }

                Assert.Equal(slepian.Concentrations[k] * slepian.Tapers[k][i], sum, 1e-13);
            }
        }
    }

    [Fact]
    public void Concentrations_fall_from_nearly_one_to_a_half_at_the_band_edge()
    {
        // About 2 NW tapers are concentrated, the next is about half in the band (Percival and Walden 1993, p. 104).
        var shares = SlepianTapers.Of(256, 4, 9).Concentrations;
        Assert.All(shares.Take(6), share => Assert.InRange(share, 0.99, 1));
        Assert.InRange(shares[8], 0.1, 0.5);
        for (var k = 1; k < shares.Count; k++)
            Assert.True(shares[k] < shares[k - 1]);
    }

    [Fact]
    public void Symmetric_tapers_have_positive_sums_and_antisymmetric_ones_begin_above_zero()
    {
        var tapers = SlepianTapers.Of(200, 4, 7).Tapers;
        for (var k = 0; k < 7; k++)
        {
            if (k % 2 == 0)
                Assert.True(tapers[k].Sum() > 0);
            else
                Assert.True(tapers[k].First(v => Math.Abs(v) > 1e-3) > 0);
            for (var i = 0; i < 200; i++)
                Assert.Equal(k % 2 == 0 ? tapers[k][i] : -tapers[k][i], tapers[k][199 - i], 1e-10);
        }
    }

    [Fact]
    public void Tapers_of_three_samples_have_their_closed_form()
    {
        // The tridiagonal matrix of length 3: [c 1 0; 1 0 1; 0 1 c], c = cos(2 pi W), has eigenvectors
        // (1, l - c, 1) with l = (c + sqrt(c^2 + 8))/2, and (1, 0, -1).
        var c = Math.Cos(2 * Math.PI * 1.0 / 3);
        var middle = ((c + Math.Sqrt((c * c) + 8)) / 2) - c;
        var norm = Math.Sqrt(2 + (middle * middle));
        var tapers = SlepianTapers.Of(3, 1, 2).Tapers;
        double[] even = [1 / norm, middle / norm, 1 / norm];
        double[] odd = [Math.Sqrt(0.5), 0, -Math.Sqrt(0.5)];
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(even[i], tapers[0][i], 1e-14);
            Assert.Equal(odd[i], tapers[1][i], 1e-14);
        }
    }

    [Fact]
    public void Bandwidths_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SlepianTapers.Of(10, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SlepianTapers.Of(10, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SlepianTapers.Of(10, 2, 11));
    }
}
