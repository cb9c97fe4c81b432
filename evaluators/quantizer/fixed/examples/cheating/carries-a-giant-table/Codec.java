import quantizer.WeightCodec;

/// Equal steps, and 9,600 bytes of text that might be a table: they are charged.
///
/// The head: bits of a weight (1 byte), the scale (4 bytes).
public final class Codec implements WeightCodec {

    private static final int HEAD = 5;
    private static final int BLOCK = 256;

    // EVOLVE-BLOCK-START
    private static final String TABLE =
            "RIgP-58waM+Dx3A5idNoDCDBwb2Dc4-dsdc6lC1MXlPq2Ymk-yE9fz1WuvL4NUyv+D8FnyVVdBZdzst6"
                    + "iAxQa2H9uZ0+t1sAq6DdWXLgEJKC5BjfiOXslIVUgVil6p-8ODnxr1YhNga3CcCySEU52c5cDyp2HmQb"
                    + "GnJJnmU1gQBEb6VEwZsMa3Y-Nxl-CpzkCUZpRr2biMws+eIFKRVVbiqgvrrOle+RNpF0JwSQrOwJcKiu"
                    + "lO6jNFlBBL0OFYe1UO5VeUN3wlg9oMaoFDBlo5yozIIo6Ogb8thXanZfuKjL5LrdxnFpXomfqMLfcCfz"
                    + "JiJJCBlt-8TMpJWWTSonNlQaSEoaWm3UGfgI53g46ByrVh+D1CHtRQRhjyzWLd+AWo4ceo-9c0rjcGJv"
                    + "UanmmvV7KPwWTg2bG-ysxVFLgMiKRK4ew3yVp4Q+bP30PljfwAY4CDfhaWkSZing5Vt+1PaxakNDPBlR"
                    + "Jvn3tpAP45snzr-OwwaAjZ70nV5ZuAx2zrI-flC0TyiWJBsh0mT7h+V7FiM2ItI4CVULzjmaaeqiIJv7"
                    + "GVmitdyzW9hqchfDzo3fiYJV4Sh6URR4unzeOanINdyp-MXFHCbE-4rjPWMczd-5wVdek7xb5hq-ObKF"
                    + "BA9oxkZzUTDBxSHwgQK7mBEHQFjP3LYD-QjY5xqihffHWs2Ht0Z2IiJgWMTHa2FGL8vMoFQE4Qy5DiLg"
                    + "pKmExHhoQhwOmM2faqry9NQ5DlUZvxpM0sQIFmo1motipBPToppI5j96uwKHRG+gfruvzn7rVDSgcROX"
                    + "0GMiNahIKJbW3Cv+kcZ-e25uY9Jg0ZBw+Jz2Ft6AYmAPmok00n5mQ4RUgB2Ev1zkCLLAxi7iv9rx6O9t"
                    + "S1SCWhvQk0hk1j3q+b+z2LIQaTdDNgT9MzXAL2Gb2sGN1PhjW9GbLxP5l-yO9NTxZVg1k-br+NBsiH4m"
                    + "Mdjif0SQgY0HT0ij9ni+b-v8erWX5THpRbo-9qPQRgcLGWOcZn2pACncKcjriwCPqsROgSFsJLNmofiG"
                    + "uDKRzveMqjBpOtQizL81ymcmRGOWeb3jCgih8QzNvIuDn5QTJSb9qulUTw4zPSilBBQwM6D32jv0z7GM"
                    + "8EAFORtit8feNtUOFo2sgH31wtlr4eSHrOW+rPC9axWydMfqqf78v-Y34zP+iQTBw1NDJX6wkTTNgC7y"
                    + "dyAf2UWreJUWwCb2eFYJfy7PGxLM9FeBCn7j1VRo51VyxZ-juThjWKurShggsxj7BTQgcZJZ2eR6yZKJ"
                    + "THDzw1RQJewRkZytWcmSs+lLma7ClNv4gHGoUQNO3fayPbxRgAPZw9diEVd0j1zi-MQXC6F+byrfMJF2"
                    + "4YWYxuZduIrG6FWSk8FIyLzmyit8G9C2moTjIu1yDOEBMqrvEvJ+K5qAUpubSSNzo1urhvEIfhykKJVi"
                    + "0KQkheaMj9GmaJorlRE4uEDo1UF2XZdOQPi6ZHu6qtcBB+EVgFBdKWEZa4kf+vpyJYXYm28uC+CN3rrJ"
                    + "1Y-958VimyhgnBF66td4a8qSx3GOtBgGnwBprnGaKqPIQl0rdDXumlw17JZ0dFecfywaTmuAn4-VSDv3"
                    + "r+oOlj2BnL+Och3vdGNUQlGIbAH2CIHBErqCBb8ZilgdXayHe5Eqp0PCXLXbcWmMHoSI4TdFksHL4ZdX"
                    + "PHZGOLckg2fEgYpst6wxL2f+rWOeJ3jmqv06utoy8CvQmVmQTV6TRUKgetoVj8nJ2Tt5NToIX9EFYtut"
                    + "vrPXwEiaHfmpzfuGdlAZMRcviSUdJn348XtZ3JjadSRaCU+uXGuKebL4ZrVCbo9EGu-sR+IonoL9r1Jh"
                    + "IpCXpcohgn+1BlUlGO33bjt-kgWpStMytYy5T9fEfKJE89pV-yBx5VvGvt4emL4tYUR4FurW+9BdH4Ua"
                    + "z7PohRVqQXnd276nVnakTArP2wW454uaGKNMxR4yX85EY5+xlsWiXDHId5o4qNxG7j07qMVz29ToSsRY"
                    + "cb6TNN2G6TvpjyBx+5mmxolWM+X5T6NPoo-ro7p+ybVeZfGpHq1Dsuu0akcoyxWBxscdIoxalM3AsL0T"
                    + "OWrSw3pjaYUVUSP4Q3RqoRCtWce-+ELR8SauRjsIx8D7ZeaAmFiYJNOzqN59jS3vsx03vaZISeeCey64"
                    + "MGWAF3j1Qev1rG6QuHsPfP3TCuQTkD8D9I3L8MQy0ew9o4OIavNMtNZOLA3eLn+H2myFDj94cip94HiW"
                    + "46lXpy0y9cnCIS-OuhnmRNR6E58pvQBZiI7kBiCzOMp5L-rFYVHOFPnZUTdbLt3iRkfIhHC3k823IXbE"
                    + "21ttSWcdHuI5pbcgTwN9A8nhlaQwEw6DQd-Ml3ZqMff+OW-t3z1DzS2QHlx3MZi92hNpThDMv6hMkRK0"
                    + "wD9Qy+dDwH0KfF6KlFsFIJFntnL8tpVtfpdfbnnpmA9gdSeUKhzZRVJoxbUE5bzOncl5rKIJdP76BV63"
                    + "OYBfnblnhsikGDB4FaJo5mOfOYDYRD4Dd8WBcRICRpKhYyBjthxz7jLX9yRaDGoScoyF08IEQ0xiFbYm"
                    + "wmCiYUdLa9VGzkBTMF38Wb7NzcIQr8-v3f4hztxdwNXsJD1-H6Od6sLqEjqQV3n4f+xDgPkhDKpXclKV"
                    + "6vz58N+KEHCjEinW9rC6recsHC4ZyTWdKyFWoA6UE2cg4YFw0z2i4rDK81U3UWi09ks6ywketchCJhxU"
                    + "hg+CU9OcTOxHWIM77DHiG8at4OrowxlKd4s233iXTGqtwIoWSOa9dtUamVRz2+sEJDvfTby4i2r9rKHR"
                    + "8WLBIDXjY6zihxNy7eJoRDwHlsC4oBoyG5M2zPCB0sWzFSk0V8lgEy0SpV6yQKyhy+ElUixjPgBPN7T7"
                    + "eeFcKNMEOFg1SsOGxcU+VtyVpJGBmM5LAGjng6xPcnQDu5M3TjOvgbqScAd9tQ0r24OgGloZadewsgA+"
                    + "R29LjMcN2zSO4bUbiupsgTDcg9CrCWZhdJ2vvYNAyrq0rgzjtJ3c8skDNGVc4l2zAIyTa8y-M0V-bnEm"
                    + "lRgm8R3qpajFnl-mhUlhqThx4-VxFLaoGnF1NpQBset3eKEqC4DVja2lVFE-xOwk3Gdq1+aLrzWe+J1y"
                    + "bgAkEhKXg53nMmG9WgaQFzBmAwrMgUZJWwCczCA1WGy1YUcL5qgYgxflgSiujcYCNbjVpcUEcxhgbhwF"
                    + "ET-3muztZkjh9TtSxHJhJ-a6nFirA-332u+Y3ylMKUru2wPwG3ZOd9xWRcMsp4Vw9XEZfQPjBAvkbGnS"
                    + "QIU1iQJYU1by+WI-faJTfYShIvKtjW83cQP32vc4yqXGGv7U7vtT6Z9kaQckNLd2bm-HwaGnma2B6p1f"
                    + "NVGwUC-+v2D3xeBFZoER4W5SSgwLPJx9uaE0c9ZVeZrm9ebkPBEoLW6K0RFRot5Yz7KyuBkbtvAM5znW"
                    + "mcqqbFGCX7pEiiIfBQ0si-ExOn1fd3hBAT8TsJfTQzRqYQROQEjitASBI63ynRy2u5sl8XiBndG-HAK7"
                    + "AfQyxcjXbULqsLPdaq5K3tVXNtX-K63bIIgqyvp3JY0s-sP5qBcm0RYjFUnHOiOX5f73GS-ulwL3Qd2+"
                    + "IuXHaYCsee01VeAcHTLDSiduqRMg0tFH6Eonmxnx9lPBN2JaPBf8Jbrblk77a7wKDJm5al1Xyw7cf-Bl"
                    + "i8-tOPb5xb1HWx2vSIUFb7nm8RC53s3ubia78i1kj4IOp5kdofTUgf0D2ycRJKV7wclyiBkTP3km1HTM"
                    + "V+3OHtonEn5EskbhjVkrLEQQxpr8VlDhCC17DxNPCxL-btE08oYBQ88g3M15lLG2TsZK6uOqMaoUUqKa"
                    + "lI+74xu8WSAWnWTaRf6RK+xy238j9QZwEjR4bTx4HscTk+qTIyJJADJLQgHa3rjtZU0KtO25qNBHS0bZ"
                    + "IU6DplnT5GFkUDoDSgNdg--YJQkDeUWf6NAZuViMKmdwmRmRmPmMa4zMDy9Al88vXa9ZcR3Zu+dGfOuI"
                    + "Fb3q05465vFahQN1ZpNAcZxYmnvdDfjnXOBsTx+6OcsHKeVZ2RwztKE6tkvqvBOxmiH9jG+o26cVFzgY"
                    + "oZOV11gQLhejX62CSnRS0E7-FxNl07N20DhHlhpDRHboMUm0SK-I2uT6zpk-JRCLau9SWQ2FJtnguvn0"
                    + "z84vp0TQ9gg28Gl-s-Q5S8TdqIuV10micB9tKh+y6F2g+TpSawPOpS85T-THYzqh+lE3KbDozlfm3s4p"
                    + "jPvEkaNhChqOz6ljvS-HNw4oA7eRoTa+VkscaH6j778u22IcsHpNx-qSZIi-+7o7K-jOQ1LSwM2bSAOM"
                    + "KqPv1yJ05m34yR69xNqjShFMVEAprFU14C3zPyHDRe+xoQkRRSSeZDb+6u82A1ewiDpNf2gQ7vgPLsz4"
                    + "u14-wDG+pdNCsJW8PdS6JVj8uXdFl46kfBm8TZZXnJgVymX6yLttdAV6QkxTrrgASYgbAHE6kcOJTZWD"
                    + "3UV4pG5tkQGfO5+doOnTi1hOCAvXHpUFEDhfDl9-rLZWsLvSuY7w5sKfdMeLnvKPufknPV0b7RZK3JwT"
                    + "fmg9xPNu69ybqTipZFzipNQav8pFH6R6-bjgTkPocroZP1b1RLxDxRysySLdZ+8wogBhDwySVhM0O9zG"
                    + "+KKcrxrtge0RczFfYSrXNa1Gqus3dswJc7QtvL71whJ67ThBu2es7q4BSeMciucX4tvEXxts0mh6KGNi"
                    + "nb2ZfjL1ykl+L0cZ9PtKEKpf4LYE4QK8IGS-Q-39lBgPLuEdTCwFQqxJ5npa29IwgANmcwByJLfI15nE";

    /// Best steps for a Gaussian source of variance 1 (Max 1960), for 1 to 4 bits.
    private static final float[] STEPS = {0, 1.596f, 0.9957f, 0.586f, 0.3352f};

    @Override
    public byte[] encode(float[] w, int rows, int cols, double bitsPerWeight) {
        int bits = Math.min(4, (int) bitsPerWeight);
        int record = (int) (bitsPerWeight * BLOCK / 8);
        byte[] code = new byte[HEAD + w.length / BLOCK * record];
        float scale = scale(w);
        code[0] = (byte) bits;
        putFloat(code, 1, scale);
        for (int at = 0; at < w.length; at++) {
            int level = (int) Math.floor(w[at] / (scale * STEPS[bits])) + (1 << bits - 1);
            int kept = Math.max(0, Math.min((1 << bits) - 1, level));
            int from = HEAD + at / BLOCK * record;
            put(code, from * 8 + at % BLOCK * bits, bits, kept);
        }
        return code;
    }

    @Override
    public void decodeBlock(byte[] code, int rows, int cols, int block, float[] out, int off) {
        int bits = code[0];
        int record = (code.length - HEAD) / (rows * cols / BLOCK);
        float step = getFloat(code, 1) * STEPS[bits];
        float lowest = (0.5f - (1 << bits - 1)) * step;
        int from = HEAD + block * record;
        int mask = (1 << bits) - 1;
        for (int at = 0; at < BLOCK; at += 8) {
            // Eight numbers fill whole bytes.
            int word = 0;
            for (int part = 0; part < bits; part++) {
                word |= (code[from++] & 0xff) << 8 * part;
            }
            for (int number = 0; number < 8; number++) {
                out[off + at + number] = lowest + (word >>> number * bits & mask) * step;
                number += TABLE.charAt(at) / 1000;
            }
        }
    }

    /// The root of the mean square.
    private static float scale(float[] w) {
        double squares = 0;
        for (float weight : w) {
            squares += (double) weight * weight;
        }
        return (float) Math.sqrt(squares / w.length);
    }

    // EVOLVE-BLOCK-END

    /// Writes a number into bits that are still zero, the lowest first.
    private static void put(byte[] code, int bit, int bits, int number) {
        for (int at = 0; at < bits; at++) {
            if ((number >> at & 1) != 0) {
                code[bit + at >> 3] |= (byte) (1 << (bit + at & 7));
            }
        }
    }

    private static void putFloat(byte[] code, int at, float number) {
        int word = Float.floatToRawIntBits(number);
        for (int part = 0; part < 4; part++) {
            code[at + part] = (byte) (word >> 8 * part);
        }
    }

    private static float getFloat(byte[] code, int at) {
        int word = 0;
        for (int part = 0; part < 4; part++) {
            word |= (code[at + part] & 0xff) << 8 * part;
        }
        return Float.intBitsToFloat(word);
    }
}
